"""The demo account: moto's server in a process of its own, seeded. Reaches nothing beyond this machine."""

"""Who calls AWS: profiles, signing in, MFA codes, and the clients made of them. Stores no credentials of its own."""

"""Every command of the window as data, and as Qt's actions; refuses to carry one out."""

"""Times the product beside what a user would write instead."""

"""What test_failures.py must find nowhere."""

SECRET = "Kwarts heeft 075 123 45 67"

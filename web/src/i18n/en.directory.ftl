## Signing in with the organization's provider

sign-in-with = Sign in with { $provider }
sign-in-or-password = or with a name and password
sign-in-failure-start-again = Your sign-in took too long, or began in another window. Please sign in again.
sign-in-failure-denied = The sign-in was cancelled or refused. Try again, or ask your administrator whether you may use this application.
sign-in-failure-provider = The sign-in service cannot be used just now. Try again in a moment, and tell your administrator if it stays so.
sign-in-failure-no-account = You have no account here yet. Ask your administrator to make one for you.
sign-in-failure-account-closed = Your account is closed. Ask your administrator.
sign-in-failure-throttled = There were too many failed sign-ins from here. Try again in two minutes.
sign-in-failure-unavailable = The server cannot take you in just now. Try again in a moment.

## Provisioning: accounts and groups by the directory

provisioning = Provisioning
provisioning-what = With a token of these the hospital’s directory (such as Microsoft Entra ID or Okta) makes, changes and closes accounts and groups by SCIM 2.0.
provisioning-address = Address for the directory
provisioning-none = No directory has a token yet.
provisioning-add = Make a token
provisioning-made = Token for { $name }
provisioning-shown-once = Copy the token to the directory now: it is never shown again.
provisioning-token = Token
provisioning-copy = Copy the token
provisioning-copied = Token copied
provisioning-revoke = Revoke
provisioning-revoke-title = Revoke the token for { $name }?
provisioning-revoke-what = The directory can no longer change accounts and groups with it. Accounts and groups stay as they are.
provisioning-since = made { $when }
provisioning-last-used = last used { $when }
provisioning-never-used = not used yet

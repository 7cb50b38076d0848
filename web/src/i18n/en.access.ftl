## Signing in besides a password

second-step = Second step
sign-in-with-passkey = Sign in with a passkey
code = Code
code-what = Your password is right. Type the code that your authenticator app shows.
recovery-code = Recovery code
recovery-code-what = Your password is right. Type one of your recovery codes; it is used up by it.
use-code = Use the authenticator app
use-recovery-code = Use a recovery code
use-passkey = Use a passkey
back-to-password = Back to the password

## A locked screen

lock-screen = Lock the screen
screen-locked = The screen is locked
screen-locked-who = Signed in: { $name }.
screen-locked-what = Nothing was lost: what you typed is kept, and goes on when you unlock.
pin = PIN
unlock = Unlock
unlock-with-passkey = Unlock with a passkey
unlock-by-signing-in = Sign in again
unlocked = Unlocked. Nothing was lost.

## My account

confirm-with-password = Your password, to confirm
go-on = Go on
two-steps = Two-step sign-in
two-steps-off = Off: your password alone opens your account.
two-steps-on = { $count ->
    [one] On: besides your password, a code of your authenticator app is asked for. You have 1 recovery code left.
   *[other] On: besides your password, a code of your authenticator app is asked for. You have { $count } recovery codes left.
}
two-steps-begin = Turn on two-step sign-in
two-steps-confirm = Turn it on
two-steps-end = Turn off two-step sign-in
two-steps-ended = Two-step sign-in is off.
authenticator-what = Scan this with your authenticator app, or type the key into it. Then type the code that it shows.
authenticator-qr = QR code for the authenticator app
authenticator-secret = Key:
recovery-codes = Recovery codes
recovery-codes-what = Two-step sign-in is on. Keep these codes apart from your telephone: each opens your account once, when the app is lost. They are shown only now.
recovery-codes-renew = New recovery codes
recovery-codes-kept = I have kept them
passkeys = Passkeys
passkeys-what = A finger, a face or a security key in the place of password and code.
passkeys-not-set-up = Whoever runs the server has not set passkeys up.
passkeys-elsewhere = Passkeys can be added and used at { $origin } only, with a browser that has them.
passkey-add = Add a passkey
passkey-make = Make the passkey
passkey-name = Name of the passkey
passkey-name-hint = Such as the device that keeps it
passkey-added = The passkey was added.
passkey-since = added { $added }
passkey-used = last used { $used }
pin-what = With a PIN you come back to a locked screen. It unlocks nothing else.
pin-set = You have a PIN. It unlocks a locked screen, and nothing else.
pin-choose = Choose a PIN
pin-change = Change the PIN
pin-remove = Remove the PIN
pin-save = Save the PIN
pin-was-set = The PIN was saved.
new-pin = New PIN
new-pin-hint = At least six digits
my-sessions = Where I am signed in
my-sessions-what = End what you do not know, or left open elsewhere.
this-session = here
session-began = since { $began }
session-seen = last used { $seen }
session-ended = The session was ended.
end-session = End
client-browser = Browser
client-teams = Microsoft Teams
client-program = Program
method-password = by password
method-passkey = by passkey
method-oidc = by the hospital’s sign-in
method-teams = by Microsoft Teams

## Administration

end-sessions = End all sessions…
end-sessions-title = End all sessions of { $name }?
end-sessions-what = Every browser and program of theirs is signed out at once.
end-sessions-do = End the sessions
remove-factors = Remove second factors…
remove-factors-title = Remove the second factors of { $name }?
remove-factors-what = Their authenticator app, recovery codes, passkeys and PIN are no longer good, as when their telephone is lost. They sign in by their password, and set them up again. All their sessions end.
remove-factors-do = Remove them

## Errors

error-session-locked = The screen is locked. Unlock it to go on.
error-second-factor-required = A second step is asked for.
error-wrong-second-factor = The code is wrong or was used already, or the passkey is not known here.
error-sign-in-not-begun = This took too long or failed too often. Begin again.
error-sign-in-again = Sign out and in again first: this is done within ten minutes of signing in.
error-two-step-state = Two-step sign-in is in another state by now. Reload the page.
error-wrong-code = The code is wrong. Is the clock of the device right?
error-passkeys-not-set-up = Whoever runs the server has not set passkeys up.
error-passkey-not-begun = This took too long. Begin again.
error-passkey-not-accepted = The passkey was not accepted. Try again.
error-passkey-name = A passkey has a name of at most { $limit } characters.
error-too-many-passkeys = There may be at most { $limit } passkeys. Remove one first.
error-passkey-failed = No passkey was made or used. Try again.
error-passkey-known = This device has a passkey for your account already.
error-wrong-pin = { $left ->
    [one] The PIN or the passkey is wrong. After 1 more wrong PIN you are signed out.
   *[other] The PIN or the passkey is wrong. After { $left } more wrong PINs you are signed out.
}
error-no-passkey = You have no passkey that could answer.
error-no-pin = You have no PIN. Unlock with a passkey, or sign in again.
error-pin-refused = { $rule ->
    [too_simple] A PIN is not one digit again and again, and not digits in a row.
   *[not_digits] A PIN has { $at_least } to { $at_most } digits and nothing else.
}

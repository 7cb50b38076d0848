## Se connecter autrement que par mot de passe

second-step = Deuxième étape
sign-in-with-passkey = Se connecter avec une clé d’accès
code = Code
code-what = Votre mot de passe est juste. Saisissez le code qu’affiche votre application d’authentification.
recovery-code = Code de secours
recovery-code-what = Votre mot de passe est juste. Saisissez un de vos codes de secours ; il ne sert qu’une fois.
use-code = Utiliser l’application d’authentification
use-recovery-code = Utiliser un code de secours
use-passkey = Utiliser une clé d’accès
back-to-password = Revenir au mot de passe

## Un écran verrouillé

lock-screen = Verrouiller l’écran
screen-locked = L’écran est verrouillé
screen-locked-who = Connecté : { $name }.
screen-locked-what = Rien n’est perdu : votre saisie est conservée et reprend au déverrouillage.
pin = Code PIN
unlock = Déverrouiller
unlock-with-passkey = Déverrouiller avec une clé d’accès
unlock-by-signing-in = Se reconnecter
unlocked = Déverrouillé. Rien n’est perdu.

## Mon compte

confirm-with-password = Votre mot de passe, pour confirmer
go-on = Continuer
two-steps = Connexion en deux étapes
two-steps-off = Désactivée : votre mot de passe suffit à ouvrir votre compte.
two-steps-on = { $count ->
    [one] Activée : en plus du mot de passe, un code de votre application d’authentification est demandé. Il vous reste { $count } code de secours.
   *[other] Activée : en plus du mot de passe, un code de votre application d’authentification est demandé. Il vous reste { $count } codes de secours.
}
two-steps-begin = Activer la connexion en deux étapes
two-steps-confirm = Activer
two-steps-end = Désactiver la connexion en deux étapes
two-steps-ended = La connexion en deux étapes est désactivée.
authenticator-what = Scannez ceci avec votre application d’authentification, ou saisissez-y la clé. Puis saisissez le code qu’elle affiche.
authenticator-qr = Code QR pour l’application d’authentification
authenticator-secret = Clé :
recovery-codes = Codes de secours
recovery-codes-what = La connexion en deux étapes est activée. Gardez ces codes ailleurs que sur votre téléphone : chacun ouvre votre compte une fois, si l’application est perdue. Ils ne sont affichés que maintenant.
recovery-codes-renew = Nouveaux codes de secours
recovery-codes-kept = Je les ai gardés
passkeys = Clés d’accès
passkeys-what = Un doigt, un visage ou une clé de sécurité à la place du mot de passe et du code.
passkeys-not-set-up = Les clés d’accès n’ont pas été mises en place sur ce serveur.
passkeys-elsewhere = Les clés d’accès s’ajoutent et s’utilisent seulement à l’adresse { $origin }, avec un navigateur qui les connaît.
passkey-add = Ajouter une clé d’accès
passkey-make = Créer la clé d’accès
passkey-name = Nom de la clé d’accès
passkey-name-hint = Par exemple l’appareil qui la garde
passkey-added = La clé d’accès a été ajoutée.
passkey-since = ajoutée le { $added }
passkey-used = utilisée le { $used }
pin-what = Avec un code PIN, vous revenez à un écran verrouillé. Il n’ouvre rien d’autre.
pin-set = Vous avez un code PIN. Il déverrouille l’écran, et rien d’autre.
pin-choose = Choisir un code PIN
pin-change = Changer le code PIN
pin-remove = Supprimer le code PIN
pin-save = Enregistrer le code PIN
pin-was-set = Le code PIN est enregistré.
new-pin = Nouveau code PIN
new-pin-hint = Au moins six chiffres
my-sessions = Où je suis connecté
my-sessions-what = Mettez fin à ce que vous ne reconnaissez pas, ou avez laissé ouvert ailleurs.
this-session = ici
session-began = depuis le { $began }
session-seen = utilisée le { $seen }
session-ended = La session est terminée.
end-session = Mettre fin
client-browser = Navigateur
client-teams = Microsoft Teams
client-program = Programme
method-password = par mot de passe
method-passkey = par clé d’accès
method-oidc = par la connexion de l’hôpital
method-teams = par Microsoft Teams

## Administration

end-sessions = Mettre fin à toutes les sessions…
end-sessions-title = Mettre fin à toutes les sessions de { $name } ?
end-sessions-what = Tous ses navigateurs et programmes sont déconnectés aussitôt.
end-sessions-do = Mettre fin aux sessions
remove-factors = Supprimer les deuxièmes facteurs…
remove-factors-title = Supprimer les deuxièmes facteurs de { $name } ?
remove-factors-what = Son application d’authentification, ses codes de secours, ses clés d’accès et son code PIN ne valent plus, comme si son téléphone était perdu. Cette personne se connecte par son mot de passe et les remet en place. Toutes ses sessions prennent fin.
remove-factors-do = Les supprimer

## Erreurs

error-session-locked = L’écran est verrouillé. Déverrouillez-le pour continuer.
error-second-factor-required = Une deuxième étape est demandée.
error-wrong-second-factor = Le code est faux ou déjà utilisé, ou la clé d’accès n’est pas connue ici.
error-sign-in-not-begun = Cela a pris trop de temps ou échoué trop souvent. Recommencez.
error-sign-in-again = Déconnectez-vous puis reconnectez-vous d’abord : ceci se fait dans les dix minutes qui suivent.
error-two-step-state = La connexion en deux étapes a changé d’état entre-temps. Rechargez la page.
error-wrong-code = Le code est faux. L’horloge de l’appareil est-elle juste ?
error-passkeys-not-set-up = Les clés d’accès n’ont pas été mises en place sur ce serveur.
error-passkey-not-begun = Cela a pris trop de temps. Recommencez.
error-passkey-not-accepted = La clé d’accès n’a pas été acceptée. Réessayez.
error-passkey-name = Une clé d’accès a un nom de { $limit } caractères au plus.
error-too-many-passkeys = Il peut y avoir { $limit } clés d’accès au plus. Supprimez-en une d’abord.
error-passkey-failed = Aucune clé d’accès n’a été créée ou utilisée. Réessayez.
error-passkey-known = Cet appareil a déjà une clé d’accès pour votre compte.
error-wrong-pin = { $left ->
    [one] Le code PIN ou la clé d’accès est faux. Après { $left } code PIN faux de plus, vous serez déconnecté.
   *[other] Le code PIN ou la clé d’accès est faux. Après { $left } codes PIN faux de plus, vous serez déconnecté.
}
error-no-passkey = Vous n’avez pas de clé d’accès qui puisse répondre.
error-no-pin = Vous n’avez pas de code PIN. Déverrouillez avec une clé d’accès, ou reconnectez-vous.
error-pin-refused = { $rule ->
    [too_simple] Un code PIN n’est ni un chiffre répété ni des chiffres à la suite.
   *[not_digits] Un code PIN a de { $at_least } à { $at_most } chiffres et rien d’autre.
}

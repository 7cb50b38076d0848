## Connexion par le fournisseur d’identité de l’organisation

sign-in-with = Se connecter avec { $provider }
sign-in-or-password = ou avec un nom et un mot de passe
sign-in-failure-start-again = La connexion a pris trop de temps, ou a commencé dans une autre fenêtre. Veuillez vous connecter de nouveau.
sign-in-failure-denied = La connexion a été annulée ou refusée. Réessayez, ou demandez à votre administrateur si vous pouvez utiliser cette application.
sign-in-failure-provider = Le service de connexion n’est pas utilisable pour le moment. Réessayez dans un instant, et prévenez votre administrateur si cela dure.
sign-in-failure-no-account = Vous n’avez pas encore de compte ici. Demandez à votre administrateur d’en créer un.
sign-in-failure-account-closed = Votre compte est fermé. Adressez-vous à votre administrateur.
sign-in-failure-throttled = Trop de connexions ont échoué depuis ce poste. Réessayez dans deux minutes.
sign-in-failure-unavailable = Le serveur ne peut pas vous connecter pour le moment. Réessayez dans un instant.

## Provisionnement : comptes et groupes par l’annuaire

provisioning = Provisionnement
provisioning-what = Avec un de ces jetons, l’annuaire de l’hôpital (par exemple Microsoft Entra ID ou Okta) crée, modifie et ferme comptes et groupes par SCIM 2.0.
provisioning-address = Adresse pour l’annuaire
provisioning-none = Aucun annuaire n’a encore de jeton.
provisioning-add = Créer un jeton
provisioning-made = Jeton pour { $name }
provisioning-shown-once = Copiez maintenant le jeton dans l’annuaire : il ne sera plus jamais affiché.
provisioning-token = Jeton
provisioning-copy = Copier le jeton
provisioning-copied = Jeton copié
provisioning-revoke = Révoquer
provisioning-revoke-title = Révoquer le jeton pour { $name } ?
provisioning-revoke-what = L’annuaire ne peut plus modifier comptes et groupes avec lui. Comptes et groupes restent tels quels.
provisioning-since = créé { $when }
provisioning-last-used = dernière utilisation { $when }
provisioning-never-used = pas encore utilisé

### The interface in French. Same keys as en.ftl (a test holds that). Words: product.md.

## Partout

app-name = Patients
save = Enregistrer
discard-question = Abandonner ce que vous avez changé ici ?
discard = Abandonner
go-on-editing = Continuer
cancel = Annuler
dismiss = Fermer
reload = Recharger la page
retry = Réessayer
loading = Chargement…
unknown = Inconnu
not-recorded = Non renseigné
notifications = Notifications
skip-to-content = Aller au contenu
yes = Oui
no = Non
patient = Patient
settings = Réglages
language = Langue
colours = Couleurs
theme-system = Comme le système
theme-light = Clair
theme-dark = Sombre
theme-contrast = Contraste élevé
could-not-load = Chargement impossible
server-unreachable = Le serveur est injoignable
page-not-found = Cette page n’existe pas
page-not-found-what-next = Vérifiez l’adresse, ou allez à vos équipes par le nom ci-dessus.
page-failed = Un problème est survenu sur cette page
page-failed-what-next = Rien de ce que vous avez saisi et qui était indiqué comme envoyé n’est perdu. Rechargez la page ; il se peut qu’il y ait une nouvelle version.
unknown-person = Personne inconnue

## Identité (ward-safety.md)

born = Naissance { $date }
born-with-age = Naissance { $date } ({ $age })
born-not-recorded = Date de naissance non renseignée
age-years = { NUMBER($count, useGrouping: 0) } { $count ->
    [one] an
   *[other] ans
}
age-between = { $from }–{ $to } ans
age-months = { $count } mois
age-weeks = { $count ->
    [0] moins d’une semaine
    [one] 1 semaine
   *[other] { $count } semaines
}
sex-female = Femme
sex-male = Homme
sex-other = Autre sexe
sex-unknown = Sexe inconnu
sex-not-recorded = Sexe non renseigné
number-mr = IPP
number-nhs = Numéro NHS
number-national = Numéro national
number-not-recorded = Numéro non renseigné
same-name = Même nom dans cette liste
same-family-name = Même nom de famille dans cette liste
similar-name = Nom semblable dans cette liste

## Connexion, équipes

sign-in = Se connecter
sign-out = Se déconnecter
sign-out-anyway = Se déconnecter quand même
user-name = Nom d’utilisateur
password = Mot de passe
my-teams = Mes équipes
no-teams = Vous ne faites partie d’aucune équipe
no-teams-what-next = Demandez à un propriétaire de votre équipe de vous ajouter, ou à votre administrateur de créer une équipe.
no-teams-administrator = Créez utilisateurs et équipes dans l’administration. Un propriétaire peut vous ajouter à son équipe.
team-unavailable = illisible pour le moment ; prévenez votre administrateur
role-owner = Propriétaire
role-member = Membre
role-guest = Invité
lists = Listes
all-lists = Toutes les listes
other-list = Autre liste…
opening-team = Équipe
no-lists-what-next = Créez la première liste pour commencer.
default-list = par défaut
limited-list = réservée à certains membres

## Une liste

patient-list = Liste de patients
patient-count = { $count ->
    [one] { $count } patient
   *[other] { $count } patients
}
as-of = état du { $time }
as-of-now = maintenant
no-patients = Aucun patient sur cette liste pour l’instant
no-patients-what-next = Ajoutez le premier patient, ou importez la feuille de transmissions du service.
no-patients-guest = Les membres de l’équipe ajoutent ou importent des patients.
no-patient-fits = Aucun patient ne correspond au filtre
no-bed = SANS LIT
note-count = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
list-gone = Cette liste n’est pas disponible
list-gone-what-next = Elle a été supprimée, ou vous ne pouvez plus la voir. Vos équipes sont sous le nom ci-dessus.
status-expected = Attendu
status-discharged = Sorti
status-transferred = Transféré
status-deceased = Décédé
highlighted = Mis en évidence
merged-of-two-edits = Fusion de deux modifications

unseen-change = Modifié par { $who }, { $when }
unseen-arrival = Ajouté par { $who }, { $when }
edited-by = En cours de modification par { $who }
unseen-count = { $count ->
    [one] { $count } modification d’autres personnes que vous n’avez pas marquée comme vue.
   *[other] { $count } modifications d’autres personnes que vous n’avez pas marquées comme vues.
}
unseen-out-of-view = { $count ->
    [0] Toutes sont en vue.
    [one] { $count } est hors de vue.
   *[other] { $count } sont hors de vue.
}
unseen-left = { $count ->
    [one] { $count } patient a quitté la liste.
   *[other] { $count } patients ont quitté la liste.
}
mark-as-seen = Marquer comme vu
mark-all-as-seen = Tout marquer comme vu
undo-my-change = Annuler ma dernière modification
highlight = Mettre en évidence…
remove-highlight = Retirer la mise en évidence
highlight-value-title = Mettre en évidence : { $field }
highlight-patient-title = Mettre le patient en évidence
highlight-reason = Pourquoi la visite ne doit-elle pas l’oublier ?
highlight-reason-needed = Écrivez le motif.
highlight-apply = Mettre en évidence
nothing-to-do-here = Rien à faire ici
also-here = { $more ->
    [0] Aussi ici : { $who }
   *[other] Aussi ici : { $who } et { $more } de plus
}

add-patient = Ajouter un patient
add-patient-do = Ajouter
import-a-sheet = Importer une feuille
patient-added = Le patient a été ajouté.
duplicate-question = L’équipe a peut-être déjà ce patient. Est-ce la même personne ?
duplicate-hidden = Quelqu’un de cette équipe a déjà ce patient, dans une liste que vous ne voyez pas ; demandez à un propriétaire.
duplicate-take = La même personne : la mettre dans cette liste
duplicate-open = La même personne : elle est dans cette liste ; l’ouvrir
duplicate-is-somebody-else = C’est quelqu’un d’autre
move-row-up = Monter
move-row-down = Descendre

## Colonnes, ordre, filtre

columns-before = { $count ->
    [one] { $count } colonne hors de vue avant
   *[other] { $count } colonnes hors de vue avant
}
columns-after = { $count ->
    [one] { $count } colonne hors de vue après
   *[other] { $count } colonnes hors de vue après
}
column-wider = Plus large
column-narrower = Plus étroite
column-left = Déplacer à gauche
column-right = Déplacer à droite
sort-ascending = Tri croissant
sort-descending = Tri décroissant
sort-none = Ordre habituel
sorted-ascending = Tri par { $column }, croissant
sorted-descending = Tri par { $column }, décroissant
filter-by-column = Filtrer…
filter-title = Filtrer par { $column }
filter-contains = Contient
filter-hint = Laisser vide pour tout afficher.
filter-apply = Filtrer
filter-words = { $column } contient « { $contains } »
filtered = Filtrée
filtered-count = { $shown } patients affichés sur { $total }
show-whole-list = Afficher toute la liste

## Valeurs

not-a-number = Ce n’est pas un nombre. Écrivez des chiffres, avec une virgule ou un point si besoin.
not-a-date = Ce n’est pas un jour. Écrivez jour, mois, année, par exemple 14-juil-2026.
not-a-date-time = Ce n’est pas un jour et une heure. Écrivez par exemple 14-juil-2026 09:30.
not-yes-or-no = Écrivez oui ou non.
no-such-option = Ce n’est aucun des choix.
no-such-member = Ce n’est pas un membre de l’équipe.
date-example = 14-juil-2026, 14/7, aujourd’hui, +2
date-time-example = 14-juil-2026 09:30, 9h30, maintenant
left-the-team = a quitté l’équipe
item-open = à faire :
item-done = fait :
item-done-of = Fait : { $item }
item-number = Élément { $number }
cleared-cells = { $count ->
    [one] { $count } cellule vidée
   *[other] { $count } cellules vidées
}
rows-copied = { $count } lignes copiées
rows-not-copied = Rien n’a été copié.
pasted = { $set ->
    [one] { $set } valeur collée
   *[other] { $set } valeurs collées
}{ $left ->
    [0] .
    [one] , 1 non : elle ne convient pas à sa colonne, est verrouillée, ou dépasse la liste.
   *[other] , { $left } non : elles ne conviennent pas à leurs colonnes, sont verrouillées, ou dépassent la liste.
}
changed-meanwhile = Quelqu’un a modifié ceci entre-temps. Valeur actuelle : { $value }
row-went-while-typing = Le patient a quitté cette liste pendant votre saisie. Vous aviez saisi : { $typed }

## Modifications non acceptées

not-sent-yet = pas encore envoyé
edit-in-conflict = Votre modification est en conflit
edit-refused = Votre modification n’a pas été acceptée
refused-count = { $count ->
    [one] { $count } de vos modifications n’a pas été acceptée. Votre saisie est conservée.
   *[other] { $count } de vos modifications n’ont pas été acceptées. Votre saisie est conservée.
}
refused-title = Votre modification n’a pas été acceptée
conflict-title = Quelqu’un d’autre a aussi modifié ceci
their-value = Valeur actuelle, de { $who } le { $when }
my-value = La vôtre
use-mine = Utiliser la mienne
keep-theirs = Garder la valeur actuelle
discard-mine = Abandonner la mienne
decide = Décider…
decide-later = Plus tard

## La connexion

waiting-changes = { $count ->
    [one] { $count } modification en attente d’envoi
   *[other] { $count } modifications en attente d’envoi
}
connection-lost = Pas de connexion depuis { $since }. Vous voyez la liste telle qu’elle était alors ; continuez, vos modifications sont gardées sur cette page.
connection-lost-short = La connexion est perdue. Vos modifications sont gardées sur cette page.
connection-back = La connexion est rétablie.
not-saved = Vos modifications n’ont pas pu être enregistrées.
leaving-loses = { $count ->
    [one] { $count } modification n’a pas encore été envoyée. Elle est perdue si vous quittez ou rechargez cette page.
   *[other] { $count } modifications n’ont pas encore été envoyées. Elles sont perdues si vous quittez ou rechargez cette page.
}

## Parties d’une commande, telles que les erreurs les nomment

part-family = nom de famille
part-given = prénom
part-prefix = titre
part-birth-date = date de naissance
part-identifiers = numéros
part-identifier-value = numéro
part-identifier-type = type de numéro
part-identifier-system = émetteur du numéro
part-name = nom
part-value = valeur
part-text = texte
part-reason = motif
part-unit = unité
part-options = choix
part-option-label = choix
part-items = éléments
part-item-text = élément
part-fields = champs
part-lists = listes
part-members = membres
part-notes = notes
part-patients = patients
part-columns = colonnes
part-user = nom d’utilisateur
part-password = mot de passe
part-team = équipe
part-time-zone = fuseau horaire
part-list = liste
part-patient = patient
part-field = champ
part-note = note
part-member = membre
part-import = import
part-owner = propriétaire
part-administrator = administrateur

## Erreurs, par leur code

error-unexpected = Un problème inattendu est survenu (statut { $status }). Réessayez ; s’il persiste, prévenez votre administrateur.
error-no-connection = Le serveur n’a pas répondu. Vérifiez le réseau et réessayez.
error-not-signed-in = Vous n’êtes plus connecté. Connectez-vous pour continuer ; votre saisie est conservée.
error-wrong-credentials = Le nom d’utilisateur ou le mot de passe est faux.
error-not-found = Introuvable, ou pas visible pour vous : { $what }.
error-not-permitted = Votre rôle ne le permet pas. Il faut être : { $needs }.
error-conflict = Quelqu’un d’autre a modifié ceci entre-temps.
error-possible-duplicate = L’équipe a peut-être déjà ce patient.
error-wider-audience = Plus de personnes qu’à présent verraient le patient.
error-text-too-long = Trop long : { $what } peut avoir { $limit } caractères, et en a { $length }.
error-control-character = Le texte ({ $what }) contient un caractère qui ne peut pas être affiché : { $character }.
error-required = Nécessaire : { $what }.
error-too-many = Trop d’éléments : { $limit } au plus ({ $what }).
error-name-taken = Déjà utilisé : { $what }.
error-wrong-value-type = La valeur ne convient pas à son champ. Attendu : { $expected }.
error-unknown-option = Ce choix n’existe pas ou n’est plus proposé.
error-field-locked = Ce champ est verrouillé : seuls les propriétaires le modifient.
error-not-installed = L’équipe n’a pas encore mis l’application en place.
error-already-installed = L’équipe a déjà mis l’application en place.
error-mode-unavailable = Ce mode n’est pas disponible ici.
error-policy-forbids = La politique de votre organisation ne le permet pas : { $what ->
    [use] utiliser l’application
    [install] installer l’application dans une équipe dont vous n’êtes pas propriétaire
    [manual_mode] une équipe sans dossier
    [ehr_mode] une équipe reliée au dossier de l’hôpital
   *[export] sortir des données du produit
  }. Adressez-vous à un administrateur.
error-policy-in-use = La politique est attribuée à quelqu’un. Attribuez-lui d’abord une autre politique.
error-rank-taken = Un autre groupe a déjà le rang { $rank }. Choisissez un autre rang.
error-identity-taken = Quelqu’un d’autre a déjà cette identité.
error-member-by-group = Cette personne fait partie de l’équipe par un groupe de l’organisation. Un administrateur la retire du groupe.
error-last-owner = Une équipe garde au moins un propriétaire.
error-last-administrator = L’organisation garde au moins un administrateur.
error-default-list = La liste par défaut ne peut être ni supprimée ni réservée. Choisissez d’abord une autre liste par défaut.
error-place-field = Le lieu ne peut pas être archivé : il est toujours en vue.
error-already-on-list = Le patient est déjà dans cette liste.
error-nothing-to-undo = Il n’y a rien de vous à annuler ici, ou quelqu’un l’a modifié depuis.
error-invalid = Cela ne convient pas : { $what }.
error-command-too-old = Cette modification a attendu plus de { $days } jours et n’est plus acceptée.
error-command-id-reused = Cette modification a été refusée par sécurité. Saisissez-la de nouveau.
error-throttled = { $seconds ->
    [one] Trop de tentatives. Réessayez dans { $seconds } seconde.
   *[other] Trop de tentatives. Réessayez dans { $seconds } secondes.
}
error-wrong-password = Le mot de passe actuel est faux.
error-password-refused = { $rule ->
    [too_short] Un mot de passe a au moins { $at_least } caractères.
    [too_long] Un mot de passe a au plus { $at_most } caractères.
    [too_common] Ce mot de passe est de ceux qu’on devine en premier. Choisissez-en un autre.
   *[like_name] Le mot de passe ne doit pas être votre nom d’utilisateur.
}
error-link-not-good = Ce lien a été utilisé, remplacé, ou est trop ancien. Demandez-en un nouveau à votre administrateur.
error-no-space = Le serveur n’a plus de place pour ceci. Rien n’a été modifié ; la lecture continue. Prévenez votre administrateur.
error-stopped = Le disque du serveur est en panne et plus rien n’est enregistré. Prévenez votre administrateur.
error-damaged = Des données sont endommagées et ne sont pas affichées. Prévenez votre administrateur : { $place }
error-unavailable = Le serveur ne peut pas le faire maintenant. Réessayez dans un instant.
error-body-too-large = C’est trop volumineux pour être envoyé.
error-malformed = Le serveur n’a pas compris ceci ({ $path }). Rechargez la page ; votre saisie sera alors perdue, copiez-la d’abord.

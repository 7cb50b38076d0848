### Les réglages d'une équipe, la mise en route, son propre compte et les pages de l'administrateur.

## Everywhere on these pages

name = Nom
change = Modifier…
rename = Renommer…
archive = Archiver
move-up = Monter
move-down = Descendre
you = vous
fill-this-in = À remplir.
move-handle = Déplacer { $what }
move-handle-how = Faire glisser, ou flèche haut ou bas
moved-to-place = { $what } : place { $place } sur { $total }
team-settings = Réglages de l’équipe

## First run

first-run-app = Avec Patients, une équipe de soins tient ensemble ses listes de patients : pendant la visite, aux transmissions et en réunion. Ce que l’un change, tous les autres le voient aussitôt, chacun sur son écran.
first-run-what = Vous commencez avec une liste et les colonnes de la plupart des services : lieu, diagnostic, responsable, parcours de sortie, sortie prévue, à faire, à savoir. Saisissez ensuite vos patients ou importez une feuille. Tout peut être changé plus tard.
first-run-manual = Créer la première liste
first-run-ask-member = Cette équipe ne l’a pas encore mis en place. Demandez à un membre de l’ouvrir et de créer la première liste.

## Members

members = Membres
members-what = Les membres voient toutes les listes qui ne sont pas limitées à d’autres. Les invités ne font que lire. Les propriétaires décident des membres et des champs verrouillés.
add-member = Ajouter
add-member-who = Nom ou nom d’utilisateur
no-such-user = Choisissez quelqu’un parmi les propositions.
member-added = Le membre a été ajouté.
role = Rôle
role-of = Rôle de { $who }
role-changed = Le rôle a été changé.
leave-team = Quitter l’équipe
leave-team-title = Quitter l’équipe ?
leave-team-what = Vous ne verrez plus ses listes ni ses patients. Un propriétaire peut vous reprendre.
remove-member-title = Retirer { $who } de l’équipe ?
remove-member-what = Cette personne ne verra plus les listes ni les patients de l’équipe ; ce qu’elle a écrit reste.

## Fields

fields = Champs
fields-what = Ce que l’équipe garde de chaque patient. Une liste en montre certains en colonnes.
add-field = Ajouter un champ
add-field-do = Ajouter
rename-field = Renommer le champ
field-type = Type
field-in-list = Le montrer en colonne dans
field-in-no-list = aucune liste pour l’instant
unit = Unité
unit-hint = Par exemple kg, mmol/L ou °C. Peut rester vide.
type-short-text = Texte, une ligne
type-long-text = Texte, plusieurs paragraphes
type-number = Nombre
type-choice = Un choix
type-choices = Plusieurs choix
type-checkbox = Oui ou non
type-date = Date
type-date-time = Date et heure
type-member = Membre de l’équipe
type-place = Lieu
type-checklist = Liste à cocher
change-options = Choix proposés…
options = Choix proposés
options-of = Choix proposés de { $field }
options-what = Un choix que vous retirez n’est plus proposé ; les valeurs qui l’ont le gardent.
add-option = Ajouter un choix
option-label = Choix { $number }
option-color = Couleur du choix { $number }
option-number = Choix { $number }
retired-options = Plus proposés
offer-again = Proposer de nouveau
color-neutral = Sans couleur
color-red = Rouge
color-orange = Orange
color-yellow = Jaune
color-green = Vert
color-blue = Bleu
color-purple = Violet
color-grey = Gris
lock-field = Réserver aux propriétaires
unlock-field = Déverrouiller
archived-fields = Champs archivés
archived-fields-what = Ils ne sont montrés nulle part ; leurs valeurs sont gardées.
field-archived = Le champ a été archivé ; ses valeurs sont gardées.
field-restored = Le champ est revenu, avec ses valeurs.

## Lists

add-list = Ajouter une liste
rename-list = Renommer la liste
choose-columns = Colonnes…
columns = Colonnes
columns-of = Colonnes de { $list }
columns-what = Le lieu et l’identité sont toujours les premières colonnes.
limit-to-members = Limiter à des membres…
limit-of = Qui voit { $list } ?
who-sees-list = Cette liste est vue par
whole-team = toute l’équipe
these-members = ces membres
limit-what = Les autres ne verront nulle part la liste, ses membres ni ses patients, sauf si le patient est aussi sur une liste qu’ils voient.
open-to-team-what = Toute l’équipe verra la liste et tout ce qui est gardé de ses patients.
limited-to = { $count ->
    [one] limitée à { $count } membre
   *[other] limitée à { $count } membres
}
make-default = En faire la liste par défaut
default-list-set = C’est maintenant la liste par défaut.
order-by-place = dans l’ordre des lieux
order-by-hand = dans un ordre convenu à la main
delete-list = Supprimer…
delete-list-title = Supprimer { $list } ?
delete-list-what = { $count ->
    [0] La liste est masquée. Elle peut être rétablie ici.
    [one] La liste est masquée. Son patient reste dans l’équipe ; la liste peut être rétablie ici.
   *[other] La liste est masquée. Ses { $count } patients restent dans l’équipe ; la liste peut être rétablie ici.
}
deleted-lists = Listes supprimées
list-restored = La liste est revenue.
hidden-lists = Listes limitées que vous ne voyez pas
hidden-lists-what = En tant que propriétaire, vous pouvez vous y ajouter. Les membres de la liste verront que vous l’avez fait.
hidden-list-number = Liste limitée { $number }
hidden-deleted-list-number = Liste limitée supprimée { $number }
join-list = M’ajouter…
join-list-title = Vous ajouter à cette liste ?
join-list-what = Vous verrez la liste et ses patients. Ses membres verront que vous vous êtes ajouté, et cela est enregistré.
join-deleted-list-what = La liste se trouvera parmi les listes supprimées ci-dessous, où vous pourrez la rétablir, et vous verrez ses patients. Ses membres verront que vous vous êtes ajouté, et cela est enregistré.
join-list-do = M’ajouter

## Imports

imports = Imports
imports-what = Chaque feuille importée peut être annulée en une seule fois.
no-imports = Aucune feuille n’a encore été importée. Le bouton se trouve sur la page d’une liste.
undo-import = Annuler l’import
undo-import-title = Annuler cet import ?
undo-import-what = Les patients ajoutés par lui quittent la liste, et les valeurs qu’il a mises redeviennent celles d’avant, là où personne ne les a changées depuis.

## My account

my-account = Mon compte
signed-in-as = nom d’utilisateur : { $user }
change-password = Changer le mot de passe
change-password-what = Vous restez connecté ici ; partout ailleurs, vous êtes déconnecté.
current-password = Mot de passe actuel
current-password-needed = Écrivez le mot de passe actuel.
new-password = Nouveau mot de passe
new-password-hint = Au moins 8 caractères. Plusieurs mots à la suite se retiennent bien et se devinent mal.
new-password-again = Nouveau mot de passe, encore une fois
new-password-needed = Écrivez un nouveau mot de passe.
passwords-differ = Les deux ne sont pas identiques.
password-changed = Le mot de passe a été changé.

## One-time links

welcome = Bienvenue
welcome-who = Bienvenue, { $name }
welcome-what = Choisissez le mot de passe avec lequel vous vous connecterez en tant que { $user }.
welcome-first = Ce serveur est neuf. Créez le compte de son premier administrateur.
welcome-do = Choisir le mot de passe et se connecter
name-of-person = Nom
user-name-hint = Pour se connecter. Ne peut pas être changé ensuite.

## Administration

administration = Administration
users = Utilisateurs
teams = Équipes
administrator = administrateur
account-closed = compte fermé
find-user = Chercher par nom ou nom d’utilisateur
find-team = Chercher par nom
nothing-found = Rien ne correspond.
more-found = { $count ->
    [one] Et 1 autre : cherchez par nom.
   *[other] Et { $count } autres : cherchez par nom.
}
add-user = Ajouter un utilisateur
add-user-do = Ajouter
edit-user = Modifier l’utilisateur
is-administrator = Administrateur : peut créer utilisateurs et équipes
how-to-sign-in-first = Comment se connecte-t-il la première fois ?
by-one-time-link = Par un lien à usage unique, que je lui donne
by-first-password = Avec un mot de passe que je choisis
first-password = Premier mot de passe
first-password-hint = Au moins 8 caractères. Dites-le à la personne de vive voix ; elle pourra le changer.
new-link = Nouveau lien à usage unique…
new-link-title = Créer un nouveau lien à usage unique pour { $name } ?
new-link-what = Avec lui, la personne choisit un nouveau mot de passe. Les liens précédents ne marchent plus.
new-link-do = Créer le lien
link = Lien
link-title = Lien à usage unique pour { $name }
link-what = Copiez-le maintenant et remettez-le à cette personne : il n’est montré qu’une fois, sert une fois, pendant quatre jours. Qui le détient peut définir son mot de passe.
copy-link = Copier le lien
link-copied = Lien copié
link-not-copied-question = Le lien n’est montré qu’une fois. Fermer sans le copier ?
link-not-copied = La copie n’a pas marché. Le lien est sélectionné : copiez-le au clavier ou par le menu.
close-account = Fermer le compte…
close-account-title = Fermer le compte de { $name } ?
close-account-what = La personne est aussitôt déconnectée partout et ne peut plus se connecter. Ce qu’elle a écrit reste.
close-account-do = Fermer le compte
open-account = Rouvrir le compte…
open-account-title = Rouvrir le compte de { $name } ?
open-account-what = La personne peut se reconnecter avec le mot de passe qu’elle avait.
open-account-do = Rouvrir le compte
no-teams-yet = Il n’y a pas encore d’équipe. Créez la première.
add-team = Ajouter une équipe
add-team-do = Ajouter
rename-team = Renommer l’équipe
first-owner = premier propriétaire : { $who }
owner-hint = Cette personne décide des membres.
time-zone = Fuseau horaire
time-zone-what = Les jours et les gardes de l’équipe, et toutes les heures qui lui sont montrées, sont ceux de { $zone }.
time-zone-chosen = Le fuseau horaire a été choisi.
choose-person = Choisir une personne…
time-zone-hint = Celui des jours et des gardes de l’équipe, par exemple Europe/Paris.

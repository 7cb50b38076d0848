### Import de feuilles, et export.

export-csv = Exporter en CSV
export-xlsx = Exporter en Excel (XLSX)
list-actions = Colonnes, import, export…
export-done = Le fichier est prêt.
import-title = Importer une feuille
import-not-for-guests = Les invités ne font que lire. Demandez à un membre de l’équipe.
choose-file = Choisir un fichier : Excel (XLSX) ou CSV
choose-other-file = Choisir un autre fichier
choose-file-what = Ou déposez-le ici. Rien n’est enregistré avant l’import.
reading-file = Lecture du fichier…
how-it-was-read = Comment le fichier a été lu
which-sheet = Feuille
sheet-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
sheet-hidden = masquée
header-row = Ligne des titres de colonnes
header-row-hint = Vide : il n’y a pas de titres.
delimiter = Séparateur
delimiter-comma = Virgule
delimiter-semicolon = Point-virgule
delimiter-tab = Tabulation
delimiter-pipe = Barre verticale
encoding = Codage
read-again = Relire la feuille

## Columns

sheet-columns = Ce que devient chaque colonne
column-letters = Colonne { $letters }
filled-rows = { $count ->
    [one] { $count } valeur
   *[other] { $count } valeurs
}
column-becomes = { $column } devient
column-locked = Le champ { $field } est réservé aux propriétaires : cette colonne est laissée de côté.
left-out = Laissée de côté
target-full-name-family-first = Nom complet, nom de famille d’abord
target-full-name-given-first = Nom complet, prénom d’abord
birth-name = Nom de naissance
target-age = Âge (seulement pour trancher l’année de naissance)
target-ins = INS ou numéro de sécurité sociale
target-visit = Numéro de séjour
target-other-number = Un autre numéro
target-new-field = Un nouveau champ
fields-of-team = Champs de l’équipe
name-of-new-field = Nom du nouveau champ pour { $column }
type-of-new-field = Type du nouveau champ pour { $column }
new-field-named = Un nouveau champ : { $name }
order-of-dates = Ordre des dates dans { $column }
day-first = Jour avant mois
month-first = Mois avant jour
order-assumed = Aucune date ne prouve l’ordre : vérifiez-le.
order-contradictory = Certaines dates ne se lisent que dans un sens, d’autres que dans l’autre : vérifiez-les.
birth-names-go-to = Les noms de naissance vont dans
split-lines = Une cellule avec plusieurs noms sur ses lignes, ce sont plusieurs patients
fill-places = Un patient sans lieu a celui de la ligne du dessus

## What was found

sheet-issues = À vérifier avant l’import
no-issues = Toutes les lignes ont pu être lues.
lines-left-out = { $count ->
    [one] { $count } ligne est laissée de côté
   *[other] { $count } lignes sont laissées de côté
}
values-left-out = { $count ->
    [one] { $count } valeur est laissée de côté
   *[other] { $count } valeurs sont laissées de côté
}
issues-noted = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
}
more-issues = { $count ->
    [one] Et { $count } autre.
   *[other] Et { $count } autres.
}
rows-skipped = { $count ->
    [one] { $count } endroit de la feuille n’est pas un patient
   *[other] { $count } endroits de la feuille ne sont pas des patients
}
row = Ligne
row-number = Ligne { $row }
row-range = Lignes { $first } à { $last }
skip-empty = vide
skip-title = un titre
skip-repeated-header = encore les titres de colonnes
skip-total = un total
skip-remark = une remarque en dehors du tableau
skip-empty-place = un lieu sans patient
issue-quote-not-closed = Un guillemet n’est pas fermé ; le reste du fichier a été lu comme une seule cellule.
issue-unreadable-characters = Certains caractères sont illisibles. Choisissez un autre codage ci-dessus.
issue-hidden-row = La ligne est masquée dans le classeur ; elle est importée comme les autres.
issue-no-name = Ni nom ni numéro : on ne peut distinguer la personne des autres.
issue-name-too-long = Le nom est trop long.
issue-too-many-patients = Il y a trop de patients dans cette cellule.
issue-name-rest-unread = Une partie du nom n’a pas été comprise.
issue-unreadable-date = Ce n’est pas une date.
issue-impossible-date = Ce jour n’existe pas.
issue-date-order-unclear = On peut confondre jour et mois ; choisissez leur ordre ci-dessus.
issue-century-unclear = Le siècle de l’année n’est pas clair.
issue-birth-date-in-future = Cette date de naissance est dans le futur.
issue-birth-date-too-long-ago = Cette date de naissance est trop ancienne.
issue-no-time = Il y a un jour mais pas d’heure.
issue-unreadable-sex = Ce n’est pas un sexe connu ici.
issue-unreadable-number = Ce n’est pas un nombre.
issue-number-unclear = Virgule et point peuvent l’un et l’autre être le signe décimal ; vérifiez le nombre.
issue-unreadable-checkbox = Ce n’est ni oui ni non.
issue-identifier-damaged = Le tableur a abîmé ce numéro, comme il le fait des longs.
issue-identifier-check-failed = La clé de contrôle de ce numéro est fausse ; il est importé tel quel.
issue-formula-error = La formule de la cellule a une erreur.
issue-too-long = Le texte est trop long.
issue-lines-unclear = Les lignes de cette cellule n’ont pu être attribuées aux patients de la ligne.
issue-shared-by-patients = Tous les patients de la ligne ont cette valeur.
issue-place-from-above = Le lieu est celui de la ligne du dessus.
issue-same-identifier = Le même numéro se trouve à la ligne { $row }.
issue-same-patient = Le même patient se trouve à la ligne { $row }.
issue-unknown-option = Le champ ne propose pas ce choix.
issue-unknown-member = Aucun membre de l’équipe ne porte ce nom.
issue-unclear-member = Plusieurs membres portent ce nom.
issue-other-unit = Le nombre a une autre unité que le champ.
issue-unknown-status = Aucun statut ne porte ce nom : la personne arrive comme présente.
issue-unit-left-out = Le champ n’a pas d’unité : celle du nombre est laissée de côté.
issue-control-character-removed = Un caractère qui ne peut être montré a été enlevé.
issue-too-many-items = Il y a trop d’éléments.
issue-too-many-identifiers = Il y a trop de numéros.
issue-birth-name-left-out = Il y a un nom de naissance ; choisissez ci-dessus où il va.

## Duplicates, patients, importing

duplicate-questions = { $count ->
    [one] { $count } patient est peut-être déjà dans l’équipe
   *[other] { $count } patients sont peut-être déjà dans l’équipe
}
leave-open-out = { $count ->
    [one] Laisser de côté celui qui n’a pas de réponse
   *[other] Laisser de côté les { $count } sans réponse
}
is-it-the-same = Qui est-ce ?
same-person = La même personne : la mettre dans cette liste, et compléter ce qui lui manque
same-person-on-list = La même personne, déjà dans cette liste : compléter ce qui lui manque
is-on-lists = Sur : { $lists }
same-as-row = C’est peut-être de nouveau le patient de la ligne { $row }.
leave-row-out = Laisser cette ligne de côté
patients-in-sheet = { $count ->
    [0] Aucun patient dans la feuille
    [one] { $count } patient dans la feuille
   *[other] { $count } patients dans la feuille
}
show-more-rows = { $count ->
    [one] En montrer { $count } de plus
   *[other] En montrer { $count } de plus
}
questions-open = { $count ->
    [one] { $count } patient attend encore votre réponse ci-dessus.
   *[other] { $count } patients attendent encore votre réponse ci-dessus.
}
import-do = { $count ->
    [one] Importer { $count } patient
   *[other] Importer { $count } patients
}
imported = { $count ->
    [one] { $count } patient a été importé.
   *[other] { $count } patients ont été importés.
}
import-undone = L’import a été annulé.
mapping-refused-of-column = { $column } : { $reason ->
    [no_such_column] la feuille n’a plus cette colonne.
    [no_such_field] l’équipe n’a plus ce champ.
    [field_twice] une autre colonne va déjà dans ce champ.
    [part_twice] une autre colonne est déjà cette partie de l’identité.
   *[name_taken] un champ de ce nom existe déjà.
}

## Errors, by their code

error-sheet-unreadable = { $reason ->
    [empty] Le fichier est vide.
    [file_too_large] Le fichier dépasse 20 Mo.
    [too_many_rows] Une feuille a plus de 10 000 lignes.
    [too_many_columns] Une feuille a plus de 200 colonnes.
    [too_many_sheets] Le classeur a plus de 64 feuilles.
    [unpacks_too_large] Le classeur, décompressé, dépasse toute feuille d’un service.
    [old_or_encrypted] C’est un ancien fichier Excel (XLS) ou il a un mot de passe. Enregistrez-le d’abord en XLSX ou CSV sans mot de passe.
    [not_xlsx] Ce n’est pas un classeur Excel (XLSX). Enregistrez-le d’abord en XLSX ou CSV.
    [damaged] Le classeur est endommagé. Enregistrez-le de nouveau.
   *[not_text] Ce n’est pas une feuille. Choisissez un fichier XLSX ou CSV.
}
error-mapping-refused = Le choix des colonnes ne convient pas à la feuille ou à l’équipe.
error-list-unwritable = La liste ne tient pas dans ce format. Exportez-la en CSV.

### Le dossier de l'hôpital : colonnes, recherche, connexion. Le dossier d'un patient a son propre fichier.

## Whose it is

the-record = le dossier de l’hôpital
from-the-record = du dossier
from-the-record-how = Ceci vient du dossier de l’hôpital et ne se modifie pas ici. Entrée ouvre le dossier du patient.
linked-to-record = Relié au dossier
record-says-another-identity = Le dossier donne une autre identité

## What became of reading a part

chart-status-none = Rien d’enregistré
chart-status-not-supported = Non proposé par le dossier
chart-status-not-permitted = Non autorisé
chart-status-failed = N’a pas pu être lu
chart-not-linked = Non relié au dossier
chart-not-read = Pas encore lu
chart-more = Il peut y en avoir d’autres : la page du patient a tout.

## Values

chart-source-place = Lieu
chart-source-vital-signs = Constantes
chart-source-news2 = NEWS2
chart-source-allergies = Allergies
chart-source-conditions = Problèmes
chart-source-medications = Médicaments
chart-no-place = Le dossier ne nomme aucun lieu
chart-no-value = sans valeur
chart-none-known = Aucune connue, selon le dossier
chart-high-risk = risque élevé
chart-since = depuis { $date }
chart-recorded = noté { $date }
blood-pressure = Pression artérielle
record-code-preliminary = provisoire
record-code-registered = enregistré, sans résultat
record-code-cancelled = annulé
record-code-unknown = état inconnu
record-code-unconfirmed = non confirmé
record-code-provisional = provisoire
record-code-differential = diagnostic différentiel
record-code-entered-in-error = saisi par erreur
record-code-on-hold = suspendu
record-code-not-taken = non pris
record-code-proposal = proposé
record-code-plan = prévu
record-code-option = une option
record-code-planned = prévu
record-code-finished = terminé
record-code-onleave = en permission
record-code-recurrence = récidive
record-code-relapse = rechute

## NEWS2

news2-total = NEWS2 { $total }
news2-incomplete = NEWS2 incomplet, au moins { $least } ({ $present } sur { $of })
news2-risk-low = risque faible
news2-risk-low-medium = risque faible à moyen
news2-risk-medium = risque moyen
news2-risk-high = risque élevé
news2-single-3 = 3 points pour { $what }
news2-stale = PÉRIMÉ
news2-oldest = mesure la plus ancienne { $time }
news2-calculated-here = calculé ici
news2-ahead-of-now = daté dans le futur et non utilisé : { $what }
news2-not-scored = NEWS2 non calculé
news2-why-age-unknown = l’âge n’est pas connu
news2-why-under-16 = moins de 16 ans
news2-why-pregnant = grossesse
news2-no-score = Pas de score : les constantes n’ont pas pu être lues, ou NEWS2 est désactivé
news2-parameter-respiration = respiration
news2-parameter-spo2 = SpO₂
news2-parameter-oxygen = air ou oxygène
news2-parameter-systolic = pression systolique
news2-parameter-pulse = pouls
news2-parameter-consciousness = conscience
news2-parameter-temperature = température

## Above the list

record-as-of = Colonnes du dossier : état à { $time }
record-not-read = Colonnes du dossier : pas encore lues
record-reading = Colonnes du dossier : lecture en cours…
record-not-connected = L’équipe n’est reliée à aucun dossier : ces colonnes gardent leur dernier état
record-failed = { $count ->
    [one] Le dossier de { $count } patient n’a pas pu être lu.
   *[other] Les dossiers de { $count } patients n’ont pas pu être lus.
}
record-last-known-stays = Ce que l’on savait en dernier reste dans les colonnes, avec ses heures.

## Adding a patient from the record

find-in-record = Chercher dans le dossier
find-in-record-rule = Donnez la date de naissance et deux éléments parmi nom, prénom et sexe ; ou le numéro de dossier ; ou l’identifiant dans le dossier.
find-in-record-do = Chercher
type-in-yourself = Saisir soi-même
part-of-name = Une partie suffit.
whole-birth-date = Jour, mois et année, par exemple 14-juil-1945
any-sex = Non précisé
record-id = Identifiant dans le dossier
by-name = Par le nom
by-number = Par le numéro
search-reason = Motif de la recherche
search-reason-why = Beaucoup de recherches en peu de temps demandent un motif. Il est consigné.
search-born-needed = Donnez la date de naissance, ou un numéro plus bas.
search-born-whole = Donnez la date de naissance entière : jour, mois et année.
search-two-more = { $count ->
    [one] Donnez encore { $count } élément parmi nom, prénom et sexe.
   *[other] Donnez { $count } éléments parmi nom, prénom et sexe.
}
search-reason-needed = Écrivez le motif.
found-count = { $count ->
    [0] Personne du dossier ne correspond.
    [one] { $count } patient correspond.
   *[other] { $count } patients correspondent.
}
found-narrow = Seuls { $shown } sont montrés. Précisez, pour restreindre la recherche.
found-patients = Patients du dossier
found-is-here = Déjà dans cette liste
found-open = Ouvrir
add-found = Ajouter à la liste

## First run

first-run-record = Commencer avec le dossier de l’hôpital
first-run-record-what = Les patients sont cherchés dans le dossier, et des colonnes montrent ce qu’il dit d’eux. Un propriétaire de l’équipe le connecte.
first-run-manual-what = Les patients sont saisis ou importés. Le dossier peut être connecté plus tard.
connect-record = Connecter le dossier
not-connected-owner = Connectez l’équipe au dossier de l’hôpital ; les patients y seront alors cherchés.
not-connected-member = L’équipe n’est pas encore connectée au dossier de l’hôpital. Demandez à un propriétaire de la connecter.

## Settings: the connection

record-connection = Connexion au dossier
record-connection-what = Le dossier de l’hôpital, où les patients sont cherchés, et qui remplit des colonnes. Seuls les propriétaires le connectent, le modifient ou le retirent.
record-none = L’équipe n’est connectée à aucun dossier.
record-none-member = L’équipe n’est connectée à aucun dossier. Un propriétaire peut la connecter.
record-version = FHIR { $version }
record-set-by = réglée par { $who }, { $when }
record-change = Modifier…
record-remove = Retirer…
record-remove-title = Retirer la connexion à { $name } ?
record-remove-what = Les dossiers ne sont plus lus, et les colonnes du dossier ne sont plus rafraîchies. Les patients ne sont plus reliés, même si le dossier est connecté de nouveau : il faut alors les relier. Ce que l’équipe a écrit reste.
record-remove-do = Retirer la connexion
record-removed = La connexion a été retirée.
record-name = Nom
record-name-hint = Comme votre hôpital l’appelle.
record-url = Adresse FHIR
record-url-hint = La base, par exemple https://fhir.example.org/r4
record-auth = Comment nous disons qui nous sommes
record-auth-none = Sans authentification (seulement pour les serveurs de test ouverts)
record-auth-client-credentials = Identifiants de client (OAuth 2.0)
record-auth-private-key-jwt = Clé privée (SMART Backend Services)
record-client-id = Identifiant du client
record-client-secret = Secret du client
record-secret-keep = Laissez vide pour garder le secret en place. Il n’est jamais montré.
record-secret-once = Il est gardé scellé et n’est plus jamais montré.
record-scope = Portée (scope)
record-scope-tenant = Avec le locataire (tenant) de votre organisation, quand un partenaire d’interopérabilité le demande.
record-scope-all = Laissez vide pour demander à lire tout ce que le dossier du patient montre.
record-algorithm = Signature
record-jwks = Adresse de nos clés publiques
record-jwks-what = Enregistrez cette adresse auprès du dossier.
record-jwks-copy = Copier l’adresse
record-jwks-copied = Adresse copiée
record-jwks-not-copied = Elle n’a pas pu être copiée. Sélectionnez-la et copiez-la au clavier.
record-look = Examiner
record-connect = Connecter
record-connected = L’équipe est connectée au dossier.
record-found = Ce qui a été trouvé
record-software = Logiciel
record-software-unknown = Il ne le dit pas
record-fhir-version = Version FHIR
record-resources = Ressources
record-batch = Plusieurs questions en une requête
record-security = Authentification
record-security-none = Il n’en demande aucune
record-token-url = Jetons fournis par
record-signed-in = Nos identifiants
record-signed-in-yes = acceptés
record-signed-in-no = refusés
record-signed-in-untried = non essayés
record-part = Partie du dossier
record-offered = Proposée
record-missing = Manque : { $what }
record-part-patient = Patient
record-part-place = Lieu
record-part-vital-signs = Constantes
record-part-conditions = Problèmes
record-part-allergies = Allergies
record-part-medications = Médicaments
record-part-coverage = Assurance

## Settings: NEWS2

news2 = NEWS2
news2-what = Le score d’alerte précoce de l’adulte, calculé ici à partir des constantes du dossier. Il reste désactivé jusqu’à ce qu’un propriétaire l’active.
news2-is-on = NEWS2 est calculé pour l’équipe.
news2-is-off = NEWS2 n’est pas calculé.
news2-on = Activer NEWS2…
news2-off = Désactiver NEWS2…
news2-off-title = Désactiver NEWS2 ?
news2-off-what = Les scores ne sont plus montrés, ni dans les colonnes ni dans les dossiers.
news2-off-do = Désactiver
news2-change = Modifier…
news2-settings = Calcul de NEWS2
news2-gap = Écart possible entre mesures d’une même série, en minutes
news2-stale-after = Périmé après, en heures
news2-facts = Des mesures espacées de { $minutes } minutes au plus forment une série. Périmé après { $hours } heures.
news2-whole-number = Écrivez un nombre entier de 1 à { $most }.
news2-saved = NEWS2 est désormais calculé ainsi.
news2-map-change = Conscience…
news2-map = D’où l’état de conscience est lu
news2-map-what = Le dossier dit l’état de conscience dans ses propres codes et mots. Ce qui n’est pas nommé ici compte comme manquant, jamais comme alerte. Les codes sont lus avant les mots.
news2-map-observations = Observations qui disent l’état de conscience
news2-map-codes = Ce que les codes veulent dire
news2-map-texts = Ce que les mots veulent dire
news2-map-system = Système de codes
news2-map-any-system = Tout système de codes
news2-map-code = Code
news2-map-words = Mots
news2-map-means = Sens
news2-map-line = { $label }, ligne { $number }
news2-map-add-observation = Ajouter une observation
news2-map-add-code = Ajouter un code
news2-map-add-words = Ajouter des mots
news2-map-twice = « { $what } » a ici deux sens, et compterait comme manquant. N’en laissez qu’un.
news2-map-restore = Comme au départ
news2-level-alert = A : alerte
news2-level-confusion = C : confusion nouvelle
news2-level-voice = V : réagit à la voix
news2-level-pain = P : réagit à la douleur
news2-level-unresponsive = U : aréactif

## Fields

type-chart = Du dossier
field-source = Ce qu’il montre

## Parts of a command

part-client-id = identifiant du client
part-client-secret = secret du client
part-scope = portée
part-url = adresse FHIR
part-mrn = numéro de dossier
part-id = identifiant dans le dossier

## Errors, by their code

error-search-too-wide = La recherche est trop large. Donnez la date de naissance et deux éléments parmi nom, prénom et sexe ; ou le numéro de dossier ; ou l’identifiant dans le dossier.
error-reason-required = Vous avez fait plus de { $searches } recherches en { $minutes } minutes. Écrivez pourquoi, et cherchez de nouveau.
error-from-record = Ceci vient du dossier de l’hôpital et ne se modifie pas ici.
error-not-connected = L’équipe n’est pas connectée au dossier de l’hôpital. Un propriétaire peut la connecter dans les réglages de l’équipe.
error-not-linked = Le patient n’est pas relié au dossier de l’hôpital.
error-confirm-identity = Le dossier donne une autre identité. Comparez les deux, et confirmez qu’il s’agit d’une seule personne.
error-ehr-not-allowed = Ce serveur ne peut pas interroger { $host }. Son exploitant doit autoriser cet hôte.
error-ehr-unreachable = Le dossier est injoignable. Réessayez ; si cela dure, vérifiez son adresse.
error-ehr-too-slow = Le dossier n’a pas répondu à temps. Réessayez.
error-ehr-too-large = La réponse du dossier est trop grande pour être lue.
error-ehr-not-fhir = Ce qui répond là n’est pas un serveur FHIR. Vérifiez l’adresse.
error-ehr-unsupported-version = Le dossier parle FHIR { $said }. DSTU2, STU3, R4 et R5 sont lus.
error-ehr-not-permitted = Le dossier ne le permet pas. Demandez les autorisations (scopes) à son exploitant.
error-ehr-authentication-failed = Le dossier n’accepte pas nos identifiants. Vérifiez client, secret et portée.
error-ehr-rate-limited = { $seconds ->
    [one] Le dossier nous demande d’attendre { $seconds } seconde.
   *[other] Le dossier nous demande d’attendre { $seconds } secondes.
}
error-ehr-away = { $seconds ->
    [one] Le dossier a échoué plusieurs fois. Il sera de nouveau interrogé dans { $seconds } seconde.
   *[other] Le dossier a échoué plusieurs fois. Il sera de nouveau interrogé dans { $seconds } secondes.
}
error-ehr-server-error = Le dossier a répondu par une erreur de son côté. Réessayez.
error-ehr-not-there = Le dossier ne connaît pas ce patient.
error-ehr-sealed = Un secret enregistré ne peut pas être ouvert avec la clé de ce serveur. Son exploitant rétablit la clé ; ou un propriétaire refait la connexion.

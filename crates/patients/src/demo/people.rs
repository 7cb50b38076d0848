//! The people of the sample hospital.

use domain::team::installation::Language;
use domain::team::state::Role;

/// Somebody who can sign in. The passwords are public: nothing real may be kept in a demo.
pub(super) struct Person {
    pub(super) user: &'static str,
    pub(super) password: &'static str,
    pub(super) name: &'static str,
    pub(super) language: Language,
    pub(super) administrator: bool,
    /// Their role in the French ward and in the English one.
    pub(super) french: Option<Role>,
    pub(super) english: Option<Role>,
}

const fn person(
    user: &'static str,
    password: &'static str,
    name: &'static str,
    language: Language,
    french: Option<Role>,
    english: Option<Role>,
) -> Person {
    Person {
        user,
        password,
        name,
        language,
        administrator: false,
        french,
        english,
    }
}

/// Eight people in all roles. The owner of each ward stands before its members.
pub(super) const PEOPLE: &[Person] = &[
    Person {
        administrator: true,
        ..person(
            "admin",
            "sample-admin-1",
            "Alex Moreau",
            Language::En,
            None,
            None,
        )
    },
    person(
        "claire",
        "sample-claire-1",
        "Claire Lefèvre",
        Language::Fr,
        Some(Role::Owner),
        None,
    ),
    person(
        "mehdi",
        "sample-mehdi-1",
        "Mehdi Benali",
        Language::Fr,
        Some(Role::Member),
        None,
    ),
    person(
        "sophie",
        "sample-sophie-1",
        "Sophie Garnier",
        Language::Fr,
        Some(Role::Member),
        Some(Role::Guest),
    ),
    person(
        "ruth",
        "sample-ruth-1",
        "Ruth Okafor",
        Language::En,
        None,
        Some(Role::Owner),
    ),
    person(
        "tom",
        "sample-tom-1",
        "Tom Whitfield",
        Language::En,
        None,
        Some(Role::Member),
    ),
    person(
        "priya",
        "sample-priya-1",
        "Dr Priya Nair",
        Language::En,
        Some(Role::Member),
        Some(Role::Member),
    ),
    person(
        "guest",
        "sample-guest-1",
        "Jamie Reid (student)",
        Language::En,
        None,
        Some(Role::Guest),
    ),
];

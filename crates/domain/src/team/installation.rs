//! What an installation starts with: a schema that a ward can use at once, in the language of whoever installs, and a list.

use super::event::{AppInstalled, DefaultListSet, Event, ListCreated, SchemaCreated};
use super::state::Mode;
use crate::field::choice::{ChoiceOption, Color, OptionId};
use crate::field::{Field, FieldType};
use crate::{FieldId, ListId};
use uuid::Uuid;

/// A language of the interface.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Debug,
    Default,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

/// The events of an installation.
pub fn install(mode: Mode, language: Language, fresh_id: &mut dyn FnMut() -> Uuid) -> Vec<Event> {
    let text = |en: &'static str, fr: &'static str| match language {
        Language::En => en,
        Language::Fr => fr,
    };
    let options = |labels: &[(&str, Color)]| -> Vec<ChoiceOption> {
        (1..)
            .zip(labels)
            .map(|(id, (label, color))| ChoiceOption {
                id: OptionId(id),
                label: (*label).to_owned(),
                color: *color,
                archived: false,
            })
            .collect()
    };
    let mut field = |name: &str, kind: FieldType| Field {
        id: FieldId::new(fresh_id()),
        name: name.to_owned(),
        kind,
        locked: false,
        archived: false,
    };
    let fields = vec![
        field(text("Place", "Lieu"), FieldType::Place),
        field(text("Diagnosis", "Diagnostic"), FieldType::ShortText),
        field(text("Responsible", "Responsable"), FieldType::Member),
        field(
            text("Path to discharge", "Parcours de sortie"),
            FieldType::Choice {
                options: options(&[
                    (text("On track", "Dans les temps"), Color::Green),
                    (text("At risk", "À risque"), Color::Orange),
                    (text("Blocked", "Bloqué"), Color::Red),
                ]),
            },
        ),
        field(text("Expected discharge", "Sortie prévue"), FieldType::Date),
        field(text("To do", "À faire"), FieldType::Checklist),
        field(text("What matters", "À savoir"), FieldType::LongText),
    ];
    let list = ListId::new(fresh_id());
    let columns = fields.iter().skip(1).map(|f| f.id).collect();
    let place = fields.first().map(|f| f.id);
    let mut events = vec![Event::AppInstalled(AppInstalled { mode })];
    events.extend(place.map(|place| Event::SchemaCreated(SchemaCreated { fields, place })));
    events.push(Event::ListCreated(ListCreated {
        list,
        name: text("Patients", "Patients").to_owned(),
        columns,
        members: None,
    }));
    events.push(Event::DefaultListSet(DefaultListSet { list }));
    events
}

//! Searching: which resources, in which order, on which page.

use super::{
    fault::Quirks,
    matching::{BadValue, Filter},
    outcome::Answer,
    parameters::{self, Meaning},
};
use crate::{
    version::Version,
    ward::{Item, Kind, Shape, Ward},
};
use axum::http::StatusCode;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::cmp::Ordering;

const PAGE: usize = 50;
const LARGEST_PAGE: usize = 1000;

/// What a search asks.
pub(super) struct Search<'a> {
    pub(super) kind: Kind,
    pub(super) parameters: &'a [(String, String)],
    pub(super) quirks: &'a Quirks,
}

/// Answers a search with a Bundle.
pub(super) fn answer(
    ward: &Ward,
    search: &Search<'_>,
    shape: &Shape<'_>,
    now: Timestamp,
) -> Answer {
    // The later pages show the record of the first one's time: nothing shifts while a client goes through them.
    let now = search
        .parameter("_at")
        .and_then(|seconds| Timestamp::from_second(seconds.parse().ok()?).ok())
        .unwrap_or(now);
    let mut items = match search.find(ward, shape.version, now) {
        Ok(items) => items,
        Err(BadValue) => {
            return Answer::refused(
                StatusCode::BAD_REQUEST,
                "value",
                "a search parameter has a value or a modifier that cannot be read",
            );
        }
    };
    if !search.quirks.ignores_sort {
        search.sort(ward, &mut items, shape.version);
    }
    let number = |name, otherwise| {
        search
            .parameter(name)
            .and_then(|number| number.parse::<usize>().ok())
            .unwrap_or(otherwise)
    };
    let count = number("_count", PAGE).min(LARGEST_PAGE);
    let offset = number("_offset", 0);
    let is_endless = search.quirks.has_endless_next && !items.is_empty();
    let page: Vec<Item> = if is_endless {
        items
            .iter()
            .cycle()
            .skip(offset % items.len())
            .take(count.max(1))
            .copied()
            .collect()
    } else {
        items.iter().skip(offset).take(count).copied().collect()
    };
    let next = (is_endless || (count > 0 && offset + count < items.len()))
        .then_some(offset + count.max(1));
    Answer::resource(search.bundle(ward, shape, now, &page, items.len(), next))
}

impl Search<'_> {
    fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters
            .iter()
            .find_map(|(known, value)| (known == name).then_some(value.as_str()))
    }

    fn find(&self, ward: &Ward, version: Version, now: Timestamp) -> Result<Vec<Item>, BadValue> {
        let (of_patient, of_item): (Vec<Filter>, Vec<Filter>) = self
            .filters(version)?
            .into_iter()
            .partition(Filter::is_of_patient);
        let mut found = Vec::new();
        // Asked once for a patient, and not for each of their thousands of vital signs.
        for person in ward
            .patients
            .iter()
            .filter(|person| of_patient.iter().all(|filter| filter.is_patient(person)))
        {
            'items: for item in ward.items(self.kind, person.index, now) {
                for filter in &of_item {
                    if !filter.accepts(ward, version, &item)? {
                        continue 'items;
                    }
                }
                found.push(item);
            }
        }
        Ok(found)
    }

    fn filters(&self, version: Version) -> Result<Vec<Filter<'_>>, BadValue> {
        if self.quirks.ignores_filters {
            return Ok(Vec::new());
        }
        self.parameters
            .iter()
            .filter_map(|(name, values)| {
                let (name, modifier) = match name.split_once(':') {
                    Some((name, modifier)) => (name, Some(modifier)),
                    None => (name.as_str(), None),
                };
                let meaning = parameters::meaning(self.kind, version, name)?;
                Some(Filter::read(meaning, modifier, values))
            })
            .collect()
    }

    /// Sorts as asked; otherwise the order is the record's own, oldest first.
    fn sort(&self, ward: &Ward, items: &mut [Item], version: Version) {
        let keys: Vec<(Meaning, bool)> = self
            .parameters
            .iter()
            .flat_map(|(name, value)| sort_keys(name, value, version))
            .filter_map(|(name, is_descending)| {
                Some((
                    parameters::meaning(self.kind, version, name)?,
                    is_descending,
                ))
            })
            .collect();
        if keys.is_empty() {
            return;
        }
        items.sort_by(|left, right| {
            keys.iter()
                .map(|(meaning, is_descending)| {
                    let order = compare(ward, *meaning, left, right);
                    if *is_descending {
                        order.reverse()
                    } else {
                        order
                    }
                })
                .find(|order| order.is_ne())
                .unwrap_or(Ordering::Equal)
        });
    }

    fn bundle(
        &self,
        ward: &Ward,
        shape: &Shape<'_>,
        now: Timestamp,
        page: &[Item],
        total: usize,
        next: Option<usize>,
    ) -> Value {
        let mut entries: Vec<Value> = page
            .iter()
            .filter_map(|item| self.entry(ward, item, shape, now, "match"))
            .collect();
        if self.includes_location() {
            let mut locations: Vec<Item> = Vec::new();
            for location in page.iter().filter_map(|item| ward.location_of(item)) {
                // Each once, however many of the page lead to it.
                if !locations.contains(&location) {
                    locations.push(location);
                }
            }
            entries.extend(
                locations
                    .iter()
                    .filter_map(|location| self.entry(ward, location, shape, now, "include")),
            );
        }
        if self.quirks.adds_outcome {
            entries.push(json!({
                "resource": {
                    "resourceType": "OperationOutcome",
                    "issue": [{"severity": "warning", "code": "informational", "diagnostics": "some parameters were not used"}],
                },
                "search": {"mode": "outcome"},
            }));
        }
        let mut links = vec![json!({"relation": "self", "url": self.link(shape, now, None)})];
        if let Some(offset) = next.filter(|_| !self.quirks.omits_next) {
            links.push(json!({"relation": "next", "url": self.link(shape, now, Some(offset))}));
        }
        let mut bundle = json!({"resourceType": "Bundle", "type": "searchset", "link": links});
        if !self.quirks.omits_total {
            bundle["total"] = json!(total);
        }
        // FHIR knows no empty lists. Put in as it is: inside of `json!` a ward's vital signs would be copied whole.
        if !entries.is_empty() {
            bundle["entry"] = Value::Array(entries);
        }
        bundle
    }

    fn entry(
        &self,
        ward: &Ward,
        item: &Item,
        shape: &Shape<'_>,
        now: Timestamp,
        mode: &str,
    ) -> Option<Value> {
        let mut entry = json!({"search": {"mode": mode}});
        entry["resource"] = ward.write(item, shape, now)?;
        if !self.quirks.omits_full_url {
            let url = format!(
                "{}/{}/{}",
                shape.base,
                item.kind.name(shape.version),
                ward.id(item)
            );
            entry["fullUrl"] = json!(url);
        }
        Some(entry)
    }

    fn includes_location(&self) -> bool {
        let is_asked = |(name, value): &(String, String)| {
            let path = value.strip_suffix(":Location").unwrap_or(value);
            name == "_include" && parameters::includes(self.kind).contains(&path)
        };
        !self.quirks.omits_includes && self.parameters.iter().any(is_asked)
    }

    fn link(&self, shape: &Shape<'_>, now: Timestamp, offset: Option<usize>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(
            self.parameters
                .iter()
                .filter(|(name, _)| name != "_offset" && name != "_at"),
        );
        if let Some(offset) = offset {
            query.append_pair("_offset", &offset.to_string());
            query.append_pair("_at", &now.as_second().to_string());
        }
        let kind = self.kind.name(shape.version);
        format!("{}/{kind}?{}", shape.base, query.finish())
    }
}

/// The keys of a sort parameter with whether they descend: `_sort:desc=date` in DSTU2, `_sort=-date,_id` since.
fn sort_keys<'a>(name: &str, value: &'a str, version: Version) -> Vec<(&'a str, bool)> {
    match (version, name) {
        (Version::Dstu2, "_sort" | "_sort:asc") => vec![(value, false)],
        (Version::Dstu2, "_sort:desc") => vec![(value, true)],
        (Version::Stu3 | Version::R4, "_sort") => value
            .split(',')
            .map(|key| match key.strip_prefix('-') {
                Some(key) => (key, true),
                None => (key, false),
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn compare(ward: &Ward, meaning: Meaning, left: &Item, right: &Item) -> Ordering {
    let person = |item: &Item| &ward.patients[item.patient];
    match meaning {
        Meaning::Date => left.date.cmp(&right.date),
        Meaning::Id => ward.id(left).cmp(&ward.id(right)),
        Meaning::Family | Meaning::Name => person(left).family.cmp(&person(right).family),
        Meaning::Given => person(left).given.cmp(&person(right).given),
        Meaning::BirthDate => person(left).birth_date.cmp(&person(right).birth_date),
        Meaning::Gender => person(left).is_female.cmp(&person(right).is_female),
        Meaning::Identifier => person(left).mrn.cmp(&person(right).mrn),
        Meaning::Patient => left.patient.cmp(&right.patient),
        Meaning::Location | Meaning::Category | Meaning::Code => Ordering::Equal,
    }
}

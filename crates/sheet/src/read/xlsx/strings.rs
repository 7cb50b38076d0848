//! The texts that cells share, and rich text in general.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use super::package::{Package, Part};
use crate::limits::MAX_TEXT_BYTES;
use crate::read::ReadError;

/// All shared texts in their order.
pub(super) fn read(package: &mut Package<'_>, path: &str) -> Result<Vec<String>, ReadError> {
    let mut left = MAX_TEXT_BYTES;
    package.with_part(path, |part| {
        let mut strings = Vec::new();
        loop {
            match part.next()? {
                Event::Start(element) if element.local_name().as_ref() == "si" => {
                    let text = rich_text(part, "si")?;
                    // An entry costs memory even where its text is empty.
                    left = left
                        .checked_sub(text.len() + size_of::<String>())
                        .ok_or(ReadError::UnpacksTooLarge)?;
                    strings.push(text);
                }
                Event::Eof => return Ok(strings),
                _ => {}
            }
        }
    })
}

/// The text up to the end of the element `until`, of all its runs, without the reading aids (`rPh`) of Japanese.
pub(super) fn rich_text(part: &mut Part<'_>, until: &str) -> Result<String, ReadError> {
    let mut text = String::new();
    let (mut in_text, mut in_aid) = (false, false);
    loop {
        match part.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => in_text = true,
                "rPh" => in_aid = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => in_aid = false,
                name if name == until => return Ok(unescape(&text)),
                _ => {}
            },
            Event::Eof => return Err(ReadError::Damaged),
            event if in_text && !in_aid => push_text(&mut text, &event)?,
            _ => {}
        }
    }
}

/// Adds the text of an event, if it has any.
pub(super) fn push_text(text: &mut String, event: &Event<'_>) -> Result<(), ReadError> {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(reference) => match reference
            .resolve_char_ref()
            .map_err(|_| ReadError::Damaged)?
        {
            Some(c) => text.push(c),
            None => text.push_str(resolve_predefined_entity(reference).ok_or(ReadError::Damaged)?),
        },
        _ => {}
    }
    Ok(())
}

/// Excel writes characters that XML forbids as `_x000D_`, and an underscore before such a text as `_x005F_`. Line ends become LF.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest
            .get(2..7)
            .and_then(|code| code.strip_suffix('_'))
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        match code {
            Some(c) => {
                plain.push(c);
                rest = &rest[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    plain.push_str(rest);
    if plain.contains('\r') {
        plain.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        plain
    }
}

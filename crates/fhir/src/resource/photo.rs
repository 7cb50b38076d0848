//! A patient's photo: only an image that stands in the record itself, small, and of a kind that browsers only show.

use crate::json::Object;
use crate::limits;
use domain::chart::{IssueKind, Photo};

/// The first photo that can be shown. One that stands elsewhere is not fetched.
pub(crate) fn read(patient: &Object<'_>) -> Option<Photo> {
    let photos = patient.few("photo");
    let found = photos.iter().find_map(image);
    if found.is_none() && !photos.is_empty() {
        patient.note(IssueKind::UnreadableElement, "photo");
    }
    found
}

fn image(photo: &Object<'_>) -> Option<Photo> {
    let data = photo.raw("data")?;
    // Base64 is often wrapped in lines.
    let data: String = data.split_ascii_whitespace().collect();
    let is_base64 = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    if data.len() > limits::PHOTO_CHARS
        || !data.len().is_multiple_of(4)
        || !data.bytes().all(is_base64)
    {
        return None;
    }
    // The first bytes say what it is, whatever the record calls it.
    let media_type = match &data {
        png if png.starts_with("iVBORw0KGgo") => "image/png",
        jpeg if jpeg.starts_with("/9j/") => "image/jpeg",
        _ => return None,
    };
    Some(Photo {
        media_type: media_type.into(),
        data,
    })
}

//! The zip file and its parts, read as streams under one bound for all.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::limits::MAX_UNPACKED_BYTES;
use crate::read::ReadError;

/// An open workbook file.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// A link from one part to another.
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    /// The other part's path in the package.
    pub(super) target: String,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
        Ok(Self {
            zip,
            left: MAX_UNPACKED_BYTES,
        })
    }

    /// Unpacks a part as XML and hands it to `use_part`.
    pub(super) fn with_part<T>(
        &mut self,
        path: &str,
        use_part: impl FnOnce(&mut Part<'_>) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        let name = self.real_name(path).ok_or(ReadError::Damaged)?;
        let file = self.zip.by_name(&name).map_err(|error| match error {
            ZipError::InvalidPassword => ReadError::OldOrEncrypted,
            _ => ReadError::Damaged,
        })?;
        let stream: Box<dyn Read + '_> = Box::new(Counted {
            inner: file,
            left: &mut self.left,
            exceeded: false,
        });
        let mut reader = Reader::from_reader(BufReader::new(stream));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        let mut part = Part {
            reader,
            buffer: Vec::new(),
        };
        let result = use_part(&mut part);
        drop(part);
        if self.left == 0 {
            Err(ReadError::UnpacksTooLarge)
        } else {
            result
        }
    }

    /// Hands every opening element of a part to `visit`.
    pub(super) fn for_each_element(
        &mut self,
        path: &str,
        mut visit: impl FnMut(&BytesStart<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.with_part(path, |part| {
            loop {
                match part.next()? {
                    Event::Start(element) => visit(&element)?,
                    Event::Eof => return Ok(()),
                    _ => {}
                }
            }
        })
    }

    /// The links of a part; of the package itself where `path` is empty.
    pub(super) fn relations(&mut self, path: &str) -> Result<Vec<Relation>, ReadError> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder_slash = if folder.is_empty() {
            String::new()
        } else {
            format!("{folder}/")
        };
        let relations_path = format!("{folder_slash}_rels/{name}.rels");
        if self.real_name(&relations_path).is_none() {
            return if path.is_empty() {
                Err(ReadError::NotXlsx)
            } else {
                Ok(Vec::new())
            };
        }
        let mut relations = Vec::new();
        self.for_each_element(&relations_path, |element| {
            if element.local_name().as_ref() == "Relationship" {
                relations.push(Relation {
                    id: attribute(element, "Id")?.unwrap_or_default(),
                    kind: attribute(element, "Type")?.unwrap_or_default(),
                    target: part_path(folder, &attribute(element, "Target")?.unwrap_or_default()),
                });
            }
            Ok(())
        })?;
        Ok(relations)
    }

    /// The name in the zip file of a part: some programs write other capitals, or backslashes.
    fn real_name(&self, path: &str) -> Option<String> {
        self.zip
            .file_names()
            .filter_map(Result::ok)
            .find(|name| {
                name.replace('\\', "/")
                    .trim_start_matches('/')
                    .eq_ignore_ascii_case(path)
            })
            .map(|name| name.into_owned())
    }
}

/// A part while it is read.
pub(super) struct Part<'a> {
    reader: Reader<BufReader<Box<dyn Read + 'a>>>,
    buffer: Vec<u8>,
}

impl Part<'_> {
    /// The next event. An empty element comes as its start and its end.
    pub(super) fn next(&mut self) -> Result<Event<'_>, ReadError> {
        self.buffer.clear();
        self.reader
            .read_event_into(&mut self.buffer)
            .map_err(|_| ReadError::Damaged)
    }
}

/// A stream that ends with an error when the bound on all parts is used up.
struct Counted<'a, R> {
    inner: R,
    left: &'a mut u64,
    exceeded: bool,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.exceeded || *self.left == 0 {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        let read = self.inner.read(buffer)?;
        *self.left = self.left.saturating_sub(read as u64);
        self.exceeded = *self.left == 0;
        Ok(read)
    }
}

/// An attribute's value by its local name (`id` finds `r:id`).
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, ReadError> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| ReadError::Damaged)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute
                .normalized_value(XmlVersion::default())
                .map_err(|_| ReadError::Damaged)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// A link's target as a path in the package: relative to the folder, or absolute with a slash.
pub(super) fn part_path(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

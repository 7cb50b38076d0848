//! The examples: answers that we made up, with the defects that real publishers have. `tests/examples/VERSION/PART-WHAT.json` is the
//! answer to the query for that part, or to a batch; `….chart.json` beside it is what it is read as.

use domain::chart::{Chart, PartName};
use fhir::chart::ChartReader;
use fhir::{Version, batch, query};
use std::path::{Path, PathBuf};

pub(crate) struct Example {
    pub(crate) version: Version,
    /// None is a batch.
    pub(crate) part: Option<PartName>,
    pub(crate) path: PathBuf,
    pub(crate) bytes: Vec<u8>,
}

pub(crate) const PATIENT: &str = "p1";

pub(crate) fn all() -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples");
    let versions = [
        ("dstu2", Version::Dstu2),
        ("stu3", Version::Stu3),
        ("r4", Version::R4),
    ];
    let mut examples = Vec::new();
    for (name, version) in versions {
        let files = std::fs::read_dir(folder.join(name)).unwrap();
        let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let file_name = path.file_name().unwrap().to_str().unwrap();
            if file_name.ends_with(".chart.json") {
                continue;
            }
            let (part, _) = file_name.split_once('-').unwrap();
            let bytes = std::fs::read(&path).unwrap();
            let part = part_named(part);
            examples.push(Example {
                version,
                part,
                path,
                bytes,
            });
        }
    }
    examples
}

fn part_named(name: &str) -> Option<PartName> {
    match name {
        "batch" => None,
        name => Some(serde_json::from_value(name.into()).unwrap()),
    }
}

impl Example {
    pub(crate) fn chart(&self) -> Chart {
        self.chart_of(&self.bytes)
    }

    /// The chart of other bytes than its own.
    pub(crate) fn chart_of(&self, bytes: &[u8]) -> Chart {
        let mut reader = ChartReader::new(self.version, &base(self.version), PATIENT);
        match self.part {
            Some(part) => {
                for other in PartName::ALL.into_iter().filter(|other| *other != part) {
                    reader.not_offered(other);
                }
                reader.page(part, bytes);
            }
            None => {
                let queries = query::queries(&crate::statement::whole(self.version), PATIENT);
                if let Ok(answers) = batch::read(bytes, queries.len()) {
                    for (query, answer) in queries.iter().zip(&answers) {
                        reader.answer(query.part, answer);
                    }
                }
            }
        }
        reader.finish("2026-11-24T12:00:00Z".parse().unwrap())
    }

    pub(crate) fn snapshot(&self) -> PathBuf {
        self.path.with_extension("chart.json")
    }
}

pub(crate) fn base(version: Version) -> String {
    format!("https://ehr.example/{}", version.name().to_lowercase())
}

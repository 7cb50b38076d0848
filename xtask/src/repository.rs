//! Where things are in this clone.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;

/// This clone, and what cargo says of it.
pub(crate) struct Repository {
    root: PathBuf,
    pub(crate) metadata: Metadata,
}

/// The part of `cargo metadata --no-deps` that the chores read.
#[derive(Deserialize)]
pub(crate) struct Metadata {
    pub(crate) packages: Vec<Package>,
    #[serde(default)]
    pub(crate) target_directory: PathBuf,
}

/// A crate of this workspace.
#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) dependencies: Vec<Dependency>,
}

/// One line of a crate's `[dependencies]`, `[dev-dependencies]` or `[build-dependencies]`.
#[derive(Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// `None` is a normal dependency.
    pub(crate) kind: Option<DependencyKind>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DependencyKind {
    Dev,
    Build,
}

impl Repository {
    /// Fails where the folder is no cargo workspace.
    pub(crate) fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask stands in no workspace")?
            .to_owned();
        let text = crate::shell::read(
            Command::new("cargo")
                .args(["metadata", "--no-deps", "--format-version", "1"])
                .current_dir(&root),
        )?;
        let metadata =
            serde_json::from_str(&text).context("cargo metadata gave something unknown")?;
        Ok(Self { root, metadata })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn web(&self) -> PathBuf {
        self.root.join("web")
    }

    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("e2e")
    }

    pub(crate) fn target(&self) -> &Path {
        &self.metadata.target_directory
    }

    /// The released server, there after `build::everything`.
    pub(crate) fn server(&self) -> PathBuf {
        self.target().join("release/patients")
    }

    /// The server that the tests start, there after `build::test_server`.
    pub(crate) fn test_server(&self) -> PathBuf {
        self.target().join("debug/patients")
    }

    /// A cargo command that runs at the root of the clone.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(&self.root);
        command
    }

    /// Every file that git tracks or would add, as paths from the root.
    pub(crate) fn source_files(&self) -> Result<Vec<PathBuf>> {
        let listing = crate::shell::read(
            Command::new("git")
                .args(["ls-files", "--cached", "--others", "--exclude-standard"])
                .current_dir(&self.root),
        )?;
        Ok(listing
            .lines()
            .map(PathBuf::from)
            .filter(|path| self.root.join(path).is_file())
            .collect())
    }
}

//! What must be on the machine, and the npm packages of the clone.

use crate::{repository::Repository, shell};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The oldest Node.js that the web's tools run on, major and minor (`engines` in Vite's package.json).
const OLDEST_NODE: (u32, u32) = (20, 19);

/// What `npm ci` last installed, inside `node_modules`: npm deletes that folder first, so a half-done installation leaves none.
const INSTALLED: &str = "node_modules/.installed-lock.json";

/// Fails with what to install where a compiler or Node.js is missing.
pub(crate) fn require_tools() -> Result<()> {
    if version_of("cc").is_none() {
        bail!(
            "no C compiler: `cc` is missing. Install one (Debian, Ubuntu: apt-get install build-essential; \
             Fedora: dnf install gcc; macOS: xcode-select --install)"
        );
    }
    let (major, minor) = OLDEST_NODE;
    let node = version_of("node").with_context(|| {
        format!(
            "`node` is missing. Install Node.js {major}.{minor} or later with npm (https://nodejs.org/en/download; \
             Debian 13, Ubuntu 25.04 and later: apt-get install nodejs npm)"
        )
    })?;
    if major_and_minor(&node).is_none_or(|found| found < OLDEST_NODE) {
        bail!(
            "`node` is {node}. Install Node.js {major}.{minor} or later (https://nodejs.org/en/download)"
        );
    }
    if version_of("npm").is_none() {
        bail!(
            "`npm` is missing, which comes with Node.js from https://nodejs.org/en/download (Debian, Ubuntu: apt-get install npm)"
        );
    }
    Ok(())
}

/// `npm ci` in a folder, unless the packages of its lock file are there already.
pub(crate) fn npm_packages(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let stamp = folder.join(INSTALLED);
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    shell::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(folder),
    )?;
    std::fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
}

/// The browser of the browser tests: `$CHROMIUM` or Debian's, installed by apt where we may.
pub(crate) fn chromium(repository: &Repository) -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROMIUM") {
        let chosen = PathBuf::from(chosen);
        if !chosen.exists() {
            bail!("CHROMIUM names {}, which is not there", chosen.display());
        }
        return Ok(chosen);
    }
    let debian = PathBuf::from("/usr/bin/chromium");
    if debian.exists() {
        return Ok(debian);
    }
    if !we_are_root() || version_of("apt-get").is_none() {
        bail!(
            "the browser tests need Chromium at {}, and we cannot install it ourselves. Run as root: \
             apt-get update && apt-get install -y chromium. Elsewhere than on Debian: install Chromium or Chrome and set \
             CHROMIUM to the path of its program",
            debian.display()
        );
    }
    let apt = |arguments: &[&str]| {
        shell::run(
            Command::new("apt-get")
                .args(arguments)
                .env("DEBIAN_FRONTEND", "noninteractive")
                .current_dir(repository.root()),
        )
    };
    apt(&["update"])?;
    apt(&["install", "-y", "chromium"])?;
    if !debian.exists() {
        bail!(
            "apt-get installed chromium, and {} is still not there",
            debian.display()
        );
    }
    Ok(debian)
}

/// What `PROGRAM --version` prints first, if the program is there.
pub(crate) fn version_of(program: &str) -> Option<String> {
    let output = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output
        .status
        .success()
        .then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

fn major_and_minor(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn we_are_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major_and_minor("v20.20.2"), Some((20, 20)));
        assert_eq!(major_and_minor("v8.1.0"), Some((8, 1)));
        assert_eq!(major_and_minor("20"), None);
    }

    #[test]
    fn a_program_that_is_not_there_has_no_version() {
        assert_eq!(version_of("no-such-program-here"), None);
        assert!(version_of("cargo").is_some_and(|text| text.starts_with("cargo ")));
    }
}

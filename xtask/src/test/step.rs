//! The steps of the test run: what each does and which it needs first.

use crate::repository::Repository;
use crate::{arrows, build, dependencies, licences, openapi, purity, ratchet, rules, setup, shell};
use anyhow::{Result, bail};
use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Step {
    Tools,
    Format,
    Arrows,
    Ratchet,
    Rules,
    Dependencies,
    Npm,
    Chromium,
    WebLint,
    WebTypes,
    WebTest,
    WebBuild,
    Clippy,
    Server,
    Openapi,
    Advisories,
    RustTest,
    Browser,
}

impl Step {
    /// In the order of a whole run.
    pub(crate) const ALL: &[Self] = &[
        Self::Tools,
        Self::Format,
        Self::Arrows,
        Self::Ratchet,
        Self::Rules,
        Self::Dependencies,
        Self::Npm,
        Self::Chromium,
        Self::WebLint,
        Self::WebTypes,
        Self::WebTest,
        Self::WebBuild,
        Self::Clippy,
        Self::Server,
        Self::Openapi,
        Self::Advisories,
        Self::RustTest,
        Self::Browser,
    ];

    /// The name that `--only` takes.
    pub(crate) fn name(self) -> String {
        use clap::ValueEnum as _;
        self.to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default()
    }

    pub(crate) fn about(self) -> &'static str {
        match self {
            Self::Tools => "C compiler, Node.js and npm are there",
            Self::Format => "cargo fmt",
            Self::Arrows => "dependencies point inward, the domain is pure",
            Self::Ratchet => "no file too long, nothing left for later",
            Self::Rules => "each rule of docs/safety.md and docs/security.md has its test",
            Self::Dependencies => {
                "licences, bans and sources of dependencies, nothing ignored beyond its day"
            }
            Self::Npm => "npm packages of web and e2e",
            Self::Chromium => "the browser of the browser tests",
            Self::WebLint => "biome in web and e2e",
            Self::WebTypes => "tsc in web and e2e",
            Self::WebTest => "vitest",
            Self::WebBuild => "web build and its budget in bytes",
            Self::Clippy => "clippy, warnings are errors",
            Self::Server => "the server that the tests start",
            Self::Openapi => "OpenAPI document and web types are fresh",
            Self::Advisories => "cargo deny: advisories on dependencies, and the above once more",
            Self::RustTest => "Rust tests",
            Self::Browser => "browser tests",
        }
    }

    /// Steps without which this one cannot run. The server embeds web/dist when it compiles.
    pub(crate) fn needs(self) -> &'static [Self] {
        match self {
            Self::Tools | Self::Format | Self::Arrows | Self::Ratchet => &[],
            Self::Rules | Self::Dependencies => &[],
            Self::Advisories => &[],
            Self::Chromium => &[],
            Self::Npm => &[Self::Tools],
            Self::WebLint | Self::WebTypes | Self::WebTest | Self::WebBuild => &[Self::Npm],
            Self::Clippy | Self::Server => &[Self::WebBuild],
            Self::Openapi | Self::RustTest => &[Self::Server],
            Self::Browser => &[Self::Chromium, Self::Server],
        }
    }

    /// Does it; puts into `skipped` what could not be tested here and why.
    pub(crate) fn run(self, repository: &Repository, skipped: &mut Vec<String>) -> Result<()> {
        let npm = |folder, script| {
            build::npm_script(folder, script).and_then(|mut command| shell::run(&mut command))
        };
        match self {
            Self::Tools => setup::require_tools(),
            Self::Format => shell::run(repository.cargo().args(["fmt", "--all", "--check"])),
            Self::Arrows => refuse([
                arrows::violations(&repository.metadata),
                purity::violations(repository)?,
            ]),
            Self::Ratchet => refuse([ratchet::violations(repository)?]),
            Self::Rules => refuse([rules::violations(repository)?]),
            Self::Dependencies => refuse([
                dependencies::violations(repository)?,
                licences::violations(repository)?,
            ]),
            Self::Npm => {
                setup::npm_packages(&repository.web())?;
                setup::npm_packages(&repository.e2e())
            }
            Self::Chromium => setup::chromium(repository).map(drop),
            Self::WebLint => {
                npm(repository.web(), "lint")?;
                npm(repository.e2e(), "lint")
            }
            Self::WebTypes => {
                npm(repository.web(), "check")?;
                npm(repository.e2e(), "check")
            }
            Self::WebTest => {
                shell::run_tests(&mut build::npm_script(repository.web(), "test")?, skipped)
            }
            Self::WebBuild => {
                build::web(repository)?;
                npm(repository.web(), "budget")
            }
            Self::Clippy => shell::run(repository.cargo().args([
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "--deny",
                "warnings",
            ])),
            Self::Server => build::test_server(repository),
            Self::Openapi => openapi::check_fresh(repository),
            Self::Advisories => advisories(repository, skipped),
            Self::RustTest => rust_tests(repository, skipped),
            Self::Browser => shell::run_tests(
                build::npm_script(repository.e2e(), "test")?
                    .env("PATIENTS_BIN", repository.test_server())
                    .env("CHROMIUM", setup::chromium(repository)?),
                skipped,
            ),
        }
    }
}

fn refuse<const N: usize>(violations: [Vec<String>; N]) -> Result<()> {
    let violations: Vec<String> = violations.into_iter().flatten().collect();
    if !violations.is_empty() {
        bail!("{}", violations.join("\n"));
    }
    Ok(())
}

fn advisories(repository: &Repository, skipped: &mut Vec<String>) -> Result<()> {
    if setup::version_of("cargo-deny").is_none() {
        skipped.push(
            "advisories on dependencies: cargo-deny is not installed (cargo install cargo-deny)"
                .to_owned(),
        );
        return Ok(());
    }
    shell::run(repository.cargo().args(["deny", "check"]))
}

/// By nextest where it is installed (each test in its own process, with a time limit), by cargo otherwise.
fn rust_tests(repository: &Repository, skipped: &mut Vec<String>) -> Result<()> {
    let mut command = repository.cargo();
    command.env("PATIENTS_BIN", repository.test_server());
    if setup::version_of("cargo-nextest").is_none() {
        return shell::run_tests(
            command.args([
                "test",
                "--workspace",
                "--no-fail-fast",
                "--lib",
                "--bins",
                "--tests",
                "--",
                "--show-output",
            ]),
            skipped,
        );
    }
    let junit = repository.target().join("nextest/default/junit.xml");
    // What an earlier run left must not speak for this one.
    if junit.exists() {
        std::fs::remove_file(&junit)?;
    }
    let result = shell::run(command.args(["nextest", "run", "--workspace", "--no-fail-fast"]));
    skipped.extend(skipped_by_nextest(&junit));
    result
}

/// nextest hides what a test that passed printed, and keeps it in its JUnit file (.config/nextest.toml).
fn skipped_by_nextest(junit: &Path) -> Vec<String> {
    match std::fs::read_to_string(junit) {
        Ok(text) => shell::reasons(&printed(&text)).collect(),
        Err(error) => vec![format!(
            "what tests say they skipped: cannot read {}: {error}",
            junit.display()
        )],
    }
}

/// What the tests of a JUnit file printed, each line on its own.
fn printed(xml: &str) -> String {
    xml.replace("<system-out>", "\n")
        .replace("<system-err>", "\n")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;

    #[test]
    fn every_step_is_in_the_whole_run() {
        use clap::ValueEnum as _;
        assert_eq!(Step::value_variants(), Step::ALL);
    }

    #[test]
    fn violations_are_listed_line_by_line() {
        assert!(refuse([vec![], vec![]]).is_ok());
        let error = refuse([vec!["a".to_owned()], vec!["b".to_owned()]]).unwrap_err();
        assert_eq!(error.to_string(), "a\nb");
    }

    #[test]
    fn what_a_test_says_it_skipped_is_read_from_the_junit_file() {
        let xml = "<system-out>\nrunning 1 test\nSKIPPED: no &lt;root&gt; &amp;lt;\n</system-out>\n<system-err>SKIPPED: no disk\n";
        let reasons: Vec<String> = shell::reasons(&printed(xml)).collect();
        assert_eq!(reasons, ["no <root> &lt;", "no disk"]);
    }
}

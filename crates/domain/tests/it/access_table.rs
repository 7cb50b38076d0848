//! Who may do what, as a table that a reviewer can read.

use crate::{file, golden};
use domain::access::{action, permit};
use domain::team::Command;
use domain::team::state::Role;

#[test]
fn the_table_of_roles_and_commands_is_the_reviewed_one() {
    let mut table = String::from(
        "# Who may do what in a team\n\n\
         Made by crates/domain/tests/it/access_table.rs of crates/domain/src/access. `yes` is a role's right to ask at all; what a member may see, \
         locked fields and the last owner are judged on top, and removing somebody else takes an owner.\n\n\
         | command | guest | member | owner |\n|---|---|---|---|\n",
    );
    let samples: Vec<Command> = golden::records("team_commands")
        .into_iter()
        .map(crate::ward::parse)
        .collect();
    for name in Command::TYPE_NAMES {
        let command = samples.iter().find(|c| c.type_name() == *name).unwrap();
        let may = |role| {
            if permit(role, action(command)).is_ok() {
                "yes"
            } else {
                "-"
            }
        };
        let [guest, member, owner] = [Role::Guest, Role::Member, Role::Owner].map(may);
        table += &format!("| {name} | {guest} | {member} | {owner} |\n");
    }
    file::assert_is("tests/golden/access-table.md", &table);
}

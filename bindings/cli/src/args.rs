//! What can be typed: the subcommands, from which help, man page and completions are made.

use clap::{Parser, Subcommand};

use crate::{
    backup, changes, check_in, demo, erase, import, key, log, measure, new, report, restore, session, stats,
    trends, verify, visit,
};

/// A private diary of mood, sleep, stress and massage sessions, and the page a clinician can read.
///
/// Everything stays on this machine. Describes what was recorded; the person and their professionals decide.
#[derive(Debug, Parser)]
#[command(name = "tidemark", version, propagate_version = true, subcommand_required = true)]
#[command(after_help = "Try it with made-up data:\n  tidemark demo\n\nStart a diary of your own:\n  \
    tidemark new my.diary\n  tidemark check-in my.diary stress=4 mood=6 sleep_duration=7h30\n  \
    tidemark report my.diary --pdf report.pdf")]
pub(crate) struct Cli {
    /// Takes this as the present moment (for tests and reproducible examples)
    #[arg(long, global = true, hide = true, value_name = "TIME")]
    pub(crate) now: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a labelled sample diary of a year and every output made from it
    Demo(demo::Args),
    /// Make a diary folder
    New(new::Args),
    /// Write down how a day is: stress=4 mood=6 sleep_duration=7h30
    CheckIn(check_in::Args),
    /// Write down, rate, list or remove massage sessions
    Session(session::Args),
    /// Write down an appointment; it closes a report period
    Visit(visit::Args),
    /// List what can be rated
    Measure(measure::Args),
    /// Show the entries in time order
    Log(log::Args),
    /// Take entries from a file; shows what it would add, --apply does it
    Import(import::Args),
    /// Show where each measure is and whether it drifts
    Trends(trends::Args),
    /// Show the change around sessions
    Changes(changes::Args),
    /// Write the clinician's page (PDF) and the CSV folder
    Report(report::Args),
    /// Write the whole diary to one sealed file
    Backup(backup::Args),
    /// Make a diary from a backup, or merge a backup into one
    Restore(restore::Args),
    /// Check every page, table, reference and snapshot of a diary; repairs nothing
    Verify(verify::Args),
    /// Erase a diary, or one entry of it, for good
    Erase(erase::Args),
    /// Save the key for daily use, change or check the passphrase
    Key(key::Args),
    /// Compute statistics of a table, without a diary
    Stats(stats::Args),
    /// Print shell completions
    Completions {
        /// For which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

//! What can be typed: the subcommands, from which help, man page and completions are made.

use clap::{Parser, Subcommand};

use tidemark::model::Kind;

use crate::{
    backup, cards, care_team, changes, check_in, checklist, demo, entry, erase, import, intake, key, log,
    measure, month, new, plan, record, report, restore, session, settings, share_log, stats, therapist,
    today, trends, undo, verify, visit,
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
    /// Show what is asked today and what was answered
    Today(today::Args),
    /// Write down, rate, list or remove massage sessions
    Session(session::Args),
    /// Write down an appointment; it closes a report period
    Visit(visit::Args),
    /// List what can be rated, add measures of your own
    Measure(measure::Args),
    /// List, show, edit or remove check-ins and ratings of sessions
    Entry(entry::Args),
    /// Write down what you hope for; whether it is reached, you say
    #[command(after_help = record::help(Kind::Goal))]
    Goal(record::Args),
    /// Write down medicines, in your own words
    #[command(after_help = record::help(Kind::Medication))]
    Medication(record::Args),
    /// Write down changes of medicines
    #[command(after_help = record::help(Kind::MedicationChange))]
    MedicationChange(record::Args),
    /// Write down what happens in life: a day, or a stretch of days
    #[command(after_help = record::help(Kind::Event))]
    Event(record::Args),
    /// Write down what you do beside massage: movement, breathing, …
    #[command(after_help = record::help(Kind::Practice))]
    Practice(record::Args),
    /// Write down totals of questionnaires
    #[command(after_help = record::help(Kind::InstrumentResult))]
    Instrument(record::Args),
    /// Write down when it became too much; in no report unless you tick it
    #[command(after_help = record::help(Kind::DistressEvent))]
    Distress(record::Args),
    /// Keep reminders, for the phones
    #[command(after_help = record::help(Kind::Reminder))]
    Reminder(record::Args),
    /// Keep a safety plan, and say what of it may be read while locked
    #[command(after_help = record::help(Kind::SafetyPlan))]
    Safety(record::Args),
    /// Keep your own crisis contacts
    #[command(after_help = record::help(Kind::CrisisContact))]
    Contact(record::Args),
    /// Write down what happened within a session that is over
    #[command(after_help = record::help(Kind::SessionMoment))]
    Moment(record::Args),
    /// Write down massage therapists; what was asked is counted, not graded
    Therapist(therapist::Args),
    /// The sixteen things to ask a massage therapist, and what was answered
    Checklist(checklist::Args),
    /// Keep an intake sheet in versions, with a tick for each field that may leave
    Intake(intake::Args),
    /// Write down who looks after you, and what a page for them may hold
    CareTeam(care_team::Args),
    /// Keep the plan of sessions; a change makes a new version and needs a reason
    Plan(plan::Args),
    /// List what left the diary as a file: reports, tables, backups
    #[command(subcommand)]
    ShareLog(share_log::Act),
    /// Take back what was done last
    Undo(undo::Args),
    /// Show or change the settings of a diary
    Settings(settings::Args),
    /// Show a month as a calendar: one mark a day for how its entries were written
    Month(month::Args),
    /// Show the entries in time order
    Log(log::Args),
    /// Take entries from a file; shows what it would add, --apply does it
    Import(import::Args),
    /// Show where each measure is and whether it drifts
    Trends(trends::Args),
    /// Show the change around sessions
    Changes(changes::Args),
    /// Show what is worth a look this week
    Cards(cards::Args),
    /// Write the clinician's page (PDF), the FHIR document and the CSV folder
    Report(Box<report::Args>),
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

//! The `tidemark` command: one file a subcommand, each a thin layer over the facade.
//!
//! Exit codes: 0 done, 1 refused or failed, 2 wrong usage or input that cannot be taken. Errors are one plain
//! sentence on standard error with what to do next.

#![expect(clippy::doc_markdown, reason = "doc comments are the help texts that people read")]

mod args;
mod backup;
mod cards;
mod care_team;
mod changes;
mod check_in;
mod checklist;
mod demo;
mod entry;
mod erase;
mod failure;
mod import;
mod intake;
mod key;
mod log;
mod man;
mod measure;
mod month;
mod new;
mod plan;
mod question;
mod ratings;
mod record;
mod report;
mod restore;
mod session;
mod settings;
mod share_log;
mod sheet;
mod shell;
mod spark;
mod stats;
mod table;
mod therapist;
mod today;
mod trends;
mod undo;
mod unlock;
mod verify;
mod visit;
mod when;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use failure::Failure;
use shell::Surroundings;
use tidemark::model::Kind;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no errors; clap says everything itself. A closed pipe is nobody's fault.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let outcome = run(cli, &mut out).and_then(|()| out.flush().map_err(Failure::from));
    match outcome {
        Ok(()) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = out.flush();
            let _ = failure.print(&mut io::stderr().lock());
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(cli: Cli, out: &mut dyn Write) -> Result<(), Failure> {
    let around = Surroundings::new(cli.now.as_deref())?;
    match cli.command {
        Command::New(args) => new::run(&args, &around, out),
        Command::CheckIn(args) => check_in::run(&args, &around, out),
        Command::Session(args) => session::run(args, &around, out),
        Command::Visit(args) => visit::run(args, &around, out),
        Command::Measure(args) => measure::run(&args, &around, out),
        Command::Entry(args) => entry::run(&args, &around, out),
        Command::Goal(args) => record::run(Kind::Goal, &args, &around, out),
        Command::Medication(args) => record::run(Kind::Medication, &args, &around, out),
        Command::MedicationChange(args) => record::run(Kind::MedicationChange, &args, &around, out),
        Command::Event(args) => record::run(Kind::Event, &args, &around, out),
        Command::Practice(args) => record::run(Kind::Practice, &args, &around, out),
        Command::Instrument(args) => record::run(Kind::InstrumentResult, &args, &around, out),
        Command::Distress(args) => record::run(Kind::DistressEvent, &args, &around, out),
        Command::Reminder(args) => record::run(Kind::Reminder, &args, &around, out),
        Command::Safety(args) => record::run(Kind::SafetyPlan, &args, &around, out),
        Command::Contact(args) => record::run(Kind::CrisisContact, &args, &around, out),
        Command::Moment(args) => record::run(Kind::SessionMoment, &args, &around, out),
        Command::Therapist(args) => therapist::run(args, &around, out),
        Command::Checklist(args) => checklist::run(&args, &around, out),
        Command::Intake(args) => intake::run(args, &around, out),
        Command::CareTeam(args) => care_team::run(args, &around, out),
        Command::Plan(args) => plan::run(args, &around, out),
        Command::ShareLog(act) => share_log::run(&act, &around, out),
        Command::Undo(args) => undo::run(&args, &around, out),
        Command::Settings(args) => settings::run(&args, out),
        Command::Log(args) => log::run(&args, out),
        Command::Import(args) => import::run(&args, &around, out),
        Command::Today(args) => today::run(&args, &around, out),
        Command::Month(args) => month::run(&args, &around, out),
        Command::Trends(args) => trends::run(&args, out),
        Command::Changes(args) => changes::run(&args, out),
        Command::Cards(args) => cards::run(&args, &around, out),
        Command::Report(args) => report::run(&args, &around, out),
        Command::Demo(args) => demo::run(&args, &around, out),
        Command::Backup(args) => backup::run(&args, &around, out),
        Command::Restore(args) => restore::run(&args, &around, out),
        Command::Erase(args) => erase::run(&args, &around, out),
        Command::Verify(args) => verify::run(&args, out),
        Command::Key(args) => key::run(&args, out),
        Command::Stats(args) => stats::run(args, &mut io::stdin().lock(), out).map_err(Failure::Stats),
        Command::Completions { shell } => man::completions(shell, out),
        Command::Man => man::page(out),
    }
}

//! What is done in the world for imports: the file that was read is held here until it is applied or left.

import Foundation
import TidemarkBindings

/// Imports over an open diary; a file that was being looked at is looked at again.
public func importsFeature(_ env: Env) -> Feature<ImportsState, ImportsEvent, ImportsEffect> {
    let work = ImportsWork(env)
    return Feature(
        env.drafts.of(.imports) ?? ImportsState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { work.perform($0) },
        meanwhile: work.long.meanwhile,
        // One that runs is broken off while it runs, and not after it.
        atOnce: { if case .breakOff = $0 { true } else { false } })
}

/// Does the work of imports. What it holds is guarded by a lock: breaking off comes from the main actor while it applies.
final class ImportsWork: @unchecked Sendable {
    let long = LongWork<ImportsEvent>()
    private let env: Env
    private let lock = NSLock()
    private var pending: PendingImport?

    init(_ env: Env) { self.env = env }

    /// Touches the disk and may wait for the person: call it off the main actor. `breakOff` alone comes from there.
    func perform(_ effect: ImportsEffect) -> ImportsEvent? {
        switch effect {
        case .readPast:
            return reply { try env.diary.imports().reversed() }.event({ .pastRead($0) }, refused: ImportsEvent.pastNotRead)
        // Any type: a phone seldom knows what such a file is.
        case .chooseFile: return env.phone.chooseFile(["*/*"]).map(ImportsEvent.fileChosen) ?? .noFile
        case .read(let file, let said, let choices): return stopping { try read(file, said, choices) }
        case .apply(let run, let choices): return stopping { try apply(run, choices) }
        case .breakOff(let run):
            long.breakOff(run)
            return nil
        case .letGo:
            hold(nil)
            return nil
        case .undo(let batchId, let keepEdited): return undo(batchId, keepEdited)
        case .keep(let draft):
            env.drafts.keep(.imports, draft)
            return nil
        }
    }

    private func read(_ file: ChosenFile, _ said: ImportsState.Said, _ choices: ImportChoices) throws -> ImportsEvent {
        do {
            let request = ImportRequest(
                path: file.path, columnMap: said.map,
                answers: said.answers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }, zoneId: filled(said.zone))
            let read = try env.diary.readImport(request: request, now: env.now())
            hold(read)
            let preview = try env.diary.previewImport(pending: read, choices: choices)
            return .looked(
                ImportsState.Found(
                    preview: preview, said: said, restoreDeleted: choices.restoreDeleted, practices: practiceKinds()))
        } catch DiaryError.ImportFormat {
            guard let table = tableTop(of: file.path) else { return .stopped(.noFormat) }
            return .tableFound(Mapping(table, try measures()))
        } catch let wrong as DiaryError {
            // The one thing of a request that can break a rule by itself.
            if case .Invalid = wrong, filled(said.zone) != nil { return .stopped(.noSuchZone) }
            throw wrong
        }
    }

    private func measures() throws -> [KnownMeasure] {
        try env.diary.measures().filter(\.active).map { KnownMeasure(id: $0.id, label: $0.label) }
    }

    private func apply(_ run: Int, _ choices: ImportChoices) throws -> ImportsEvent {
        guard let read = lock.withLock({ pending }) else { return .stopped(.notRead) }
        let watcher = long.watch(run) { .progressed($0) }
        let outcome = try env.diary.applyImport(pending: read, choices: choices, watcher: watcher, now: env.now())
        hold(nil)
        return .applied(outcome.counts)
    }

    private func undo(_ batchId: String, _ keepEdited: Bool) -> ImportsEvent {
        // What was edited is caught before it becomes a problem: it is a question.
        reply { () -> ImportsEvent in
            do {
                return .undone(try env.diary.undoImport(batchId: batchId, keepEdited: keepEdited, now: env.now()))
            } catch DiaryError.ImportEdited(let edited, let withThem) {
                return .editedFound(ImportsState.Edited(edited: edited, withThem: withThem))
            }
        }.event({ $0 }, refused: ImportsEvent.notUndone)
    }

    private func hold(_ read: PendingImport?) { lock.withLock { pending = read } }

    private func stopping(_ act: () throws -> ImportsEvent) -> ImportsEvent {
        do {
            return try act()
        } catch let refused as DiaryError {
            return .stopped(refused.ofImport)
        } catch {
            return .stopped(.other(.other(reason: "an internal error")))
        }
    }
}

extension DiaryError {
    fileprivate var ofImport: ImportsState.Refused {
        switch self {
        case .InputNotRead: .notRead
        case .ImportFile(let reason): .ofFile(reason: reason)
        case .ImportFormat: .noFormat
        case .Cancelled: .brokenOff
        default: .other(problem)
        }
    }
}

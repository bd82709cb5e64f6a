package org.tidemark.bindings.cases

import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.Ending
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.ImportChoices
import org.tidemark.bindings.ImportFormat
import org.tidemark.bindings.ImportRequest
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.bindings.Moment
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.bindings.Phase
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionEnd
import org.tidemark.bindings.SessionRatingDraft
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.Setting
import org.tidemark.bindings.Span
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.bindings.momentFromText
import org.tidemark.bindings.openBackup
import java.nio.file.Path
import java.security.MessageDigest
import kotlin.io.path.readBytes

/** The top of the repository. */
internal val top: Path = Path.of("../../..").toAbsolutePath().normalize()

/** What a call did, and the id that it made. */
internal class Done(val answer: JsonElement = JsonNull.INSTANCE, val id: String? = null)

/** The calls of the cases over an open diary in [folder]. */
internal class Phone(private val folder: Path) {
    private var diary: OpenDiary? = null

    // One branch a call, in the order of the table in the README.
    @Suppress("CyclomaticComplexMethod", "LongMethod")
    fun call(call: String, with: JsonObject): Done = when (call) {
        "create" -> Done().also {
            val rollover = with.get("rollover_min")?.asInt?.toUShort()
            diary = OpenDiary.create(with.path("diary"), with.text("passphrase"), rollover, with.now())
        }
        "open" -> Done().also { diary = OpenDiary.openWithPassphrase(with.path("diary"), with.text("passphrase")) }
        "open_with_key" -> Done().also {
            val path = with.path("diary")
            diary = OpenDiary.openWithKey(path, keyFromPassphrase(path, with.text("passphrase")))
        }
        "shut" -> Done().also { open().shut() }
        "today" -> Done(today(open().today(with.now())))
        "save_check_in" -> {
            val draft = CheckInDraft(
                ratedAt = with.maybe("rated_at")?.let(::momentFromText) ?: with.now(),
                ratings = with.ratings("ratings"),
                day = with.maybe("day"),
                note = with.maybe("note"),
                recordedBy = RecordedBy.OWN,
            )
            val saved = open().saveCheckIn(draft, with.now())
            Done(savedCheckIn(saved), saved.id)
        }
        "save_days" -> Done().also {
            with.getAsJsonArray("days").map { it.asJsonArray }.forEach { pair ->
                val at = momentFromText(pair[0].asString + "T21:00:00+00:00")
                val rated = Rated(with.text("measure_id"), pair[1].asLong)
                open().saveCheckIn(CheckInDraft(ratedAt = at, ratings = listOf(rated), recordedBy = RecordedBy.OWN), at)
            }
        }
        "change_rating" -> Done().also {
            val value = with.get("value_milli").takeUnless { it.isJsonNull }?.asLong
            open().changeRating(with.text("id"), with.text("measure_id"), value, with.now())
        }
        "remove_record" -> Done().also { open().removeRecord(with.kind(), with.text("id"), RecordedBy.OWN, with.now()) }
        "undo" -> Done(obj("removed" to open().undo(RecordedBy.OWN, with.now()).removed))
        "save_session" -> {
            val around = listOf(Phase.BEFORE to "before", Phase.AFTER to "after")
                .map { (phase, name) -> SessionRatingDraft(phase, with.ratings(name)) }
                .filter { it.ratings.isNotEmpty() }
            val minutes = with.get("minutes")?.takeUnless { it.isJsonNull }?.asInt?.toUShort()
            val draft = draft(with.text("modality"), momentFromText(with.text("started_at"))).copy(
                ending = minutes?.let { Ending.After(it) } ?: Ending.NotHeld,
                status = SessionStatus.valueOf((with.maybe("status") ?: "held").uppercase()),
                ratings = around,
            )
            val saved = open().saveSession(draft, with.now())
            Done(obj("day" to saved.day), saved.id)
        }
        "rate_session" -> Done().also {
            val phase = Phase.valueOf(with.text("phase").uppercase())
            val ratedAt = with.maybe("rated_at")?.let(::momentFromText)
            val draft = SessionRatingDraft(phase, with.ratings("ratings"), ratedAt)
            open().rateSession(with.text("id"), draft, RecordedBy.OWN, with.now())
        }
        "start_session" -> {
            val saved = open().startSession(draft(with.text("modality"), with.now()), with.now())
            Done(obj("day" to saved.day), saved.id)
        }
        "finish_session" -> {
            val end = SessionEnd(minutes = with.get("minutes")?.asInt?.toUShort())
            Done(obj("day" to open().finishSession(with.text("id"), end, RecordedBy.OWN, with.now()).day))
        }
        "month" -> Done(month(open().month(with.get("year").asInt, with.get("month").asInt.toUInt())))
        "entries" -> Done(list(open().entries(with.span()).map(::entry)))
        "trends" -> Done(list(open().trends(with.texts("measures"), with.span()).trends.map(::trend)))
        "changes" -> Done(list(open().changes(with.texts("measures"), with.span()).changes.map(::change)))
        "cards" -> Done(cards(open().cards(with.now())))
        "add_record" -> {
            val fields = with.getAsJsonObject("fields").entrySet().map { (name, text) -> FieldText(name, text.asString) }
            Done(id = open().addRecord(with.kind(), fields, RecordedBy.OWN, with.now()).id)
        }
        "records" -> {
            val wanted = with.texts("fields")
            val records = open().records(with.kind(), Span())
            Done(list(records.map { record(it, wanted) }))
        }
        "import_preview", "import_apply" -> Done(import(call, with))
        "import_undo" -> {
            val undone = open().undoImport("last", with.flag("keep_edited"), with.now())
            Done(obj("removed" to undone.removed, "edited" to undone.edited, "with_them" to undone.withThem))
        }
        "backup" -> Done(obj("verified" to open().backup(with.path("path"), null, null, with.now()).verified))
        "backup_contents" -> Done(contents(openBackup(with.path("path"), with.text("passphrase")).contents()))
        "restore" -> Done().also {
            open().shut()
            openBackup(with.path("path"), with.text("passphrase"))
                .restore(with.path("diary"), null, with.flag("replace"), null, with.now())
            diary = OpenDiary.openWithPassphrase(with.path("diary"), with.text("passphrase"))
        }
        "settings" -> Done(settings(open().settings()))
        "set_setting" -> Done().also { open().setSetting(Setting.Rollover(with.get("rollover_min").asInt.toUShort())) }
        "choose_starter_set" -> Done().also { open().chooseStarterSet(with.text("id"), RecordedBy.OWN, with.now()) }
        "report" -> {
            val options = ReportOptions(with.now(), Paper.A4, Period(with.text("from"), with.text("to")))
            val written = open().writeReport(with.path("path"), options, null)
            val digest = MessageDigest.getInstance("SHA-256").digest(folder.resolve(with.text("path")).readBytes())
            Done(obj("pages" to written.pages, "sha256" to digest.joinToString("") { "%02x".format(it) }))
        }
        else -> error("no call $call")
    }

    private fun import(call: String, with: JsonObject): JsonElement {
        val request = ImportRequest(
            path = top.resolve(with.text("file")).toString(),
            format = with.maybe("format")?.let { ImportFormat.valueOf(it.uppercase()) },
            answers = with.texts("answers"),
            zoneId = with.maybe("zone_id"),
        )
        val choices = ImportChoices(skipRejected = with.flag("skip_rejected"), restoreDeleted = false)
        return open().readImport(request, with.now()).use { pending ->
            if (call == "import_apply") {
                val counts = open().applyImport(pending, choices, null, with.now()).counts
                return obj("new" to counts.new, "same" to counts.same, "deleted" to counts.deleted, "restored" to counts.restored)
            }
            importPreview(open().previewImport(pending, choices))
        }
    }

    private fun open(): OpenDiary = checkNotNull(diary) { "a diary is open" }

    private fun JsonObject.path(name: String): String = folder.resolve(text(name)).toString()
}

private fun draft(modality: String, startedAt: Moment): SessionDraft = SessionDraft(
    startedAt = startedAt,
    ending = Ending.NotHeld,
    status = SessionStatus.PLANNED,
    modality = Modality.valueOf(modality.uppercase()),
    recordedBy = RecordedBy.OWN,
)

private fun JsonObject.text(name: String): String = get(name).asString

private fun JsonObject.maybe(name: String): String? = get(name)?.takeUnless { it.isJsonNull }?.asString

private fun JsonObject.flag(name: String): Boolean = get(name)?.asBoolean ?: false

private fun JsonObject.now(): Moment = momentFromText(text("now"))

private fun JsonObject.span(): Span = Span(maybe("from"), maybe("to"))

private fun JsonObject.kind(): Kind = Kind.valueOf(text("kind").uppercase())

private fun JsonObject.texts(name: String): List<String> = getAsJsonArray(name)?.map { it.asString }.orEmpty()

private fun JsonObject.ratings(name: String): List<Rated> = getAsJsonObject(name)?.entrySet().orEmpty()
    .sortedBy { it.key }
    .map { (measure, value) -> Rated(measure, value.takeUnless { it.isJsonNull }?.asLong) }

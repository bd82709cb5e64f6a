package org.tidemark.logic.report

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Output
import org.tidemark.bindings.Period
import org.tidemark.bindings.ReportOptions
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Phone
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Reply
import org.tidemark.logic.event
import org.tidemark.logic.reply
import java.io.File
import java.io.IOException
import java.util.zip.ZipFile

/** The ways out over a diary and a phone. */
public fun shareFeature(env: Env, options: ReportOptions): Feature<ShareState, ShareEvent, ShareEffect> =
    Feature(ShareState(options), ShareEvent.Shown, ::reduce) { effect ->
        when (effect) {
            ShareEffect.List -> reply { listed(env, options) }
                .event({ ShareEvent.Listed(it) }) { ShareEvent.NotHanded(ShareProblem.NotListed(it)) }
            is ShareEffect.Send -> sent(env, options, effect)
        }
    }

private fun listed(env: Env, options: ReportOptions) = mapOf(
    ShareForm.PDF to env.diary.leaves(Output.PAGES, options),
    ShareForm.LOCKED_PDF to env.diary.leaves(Output.PAGES, options),
    ShareForm.FHIR to env.diary.leaves(Output.FHIR_DOCUMENT, options),
    ShareForm.TEXT to env.diary.leaves(Output.PLAIN_TEXT, options),
)

/** A file that is whole on the disk. */
internal class Made(val file: File, val bytes: Long, val noted: Boolean, val text: String? = null)

private fun sent(env: Env, options: ReportOptions, effect: ShareEffect.Send): ShareEvent {
    val made = when (val reply = reply { made(env, options, effect) }) {
        is Reply.Refused -> return ShareEvent.NotHanded(ShareProblem.NotWritten(reply.problem))
        is Reply.Done -> reply.value ?: return ShareEvent.NotHanded(ShareProblem.WrongSize)
    }
    if (!env.phone.takes(made, effect.form.mimeType, effect.way)) return ShareEvent.NotHanded(ShareProblem.NotTaken(effect.way))
    env.forgetTicks()
    return ShareEvent.Handed(Sent(effect.form, effect.way, made.bytes, made.noted))
}

/** Hands a file over; false when nothing took it. What is of no use any more is gone then. */
internal fun Phone.takes(made: Made, mimeType: String, way: Way): Boolean {
    val taken = when (way) {
        Way.SHARE -> share(made.file.path, mimeType)
        Way.SAVE_AS -> saveAs(made.file.path, made.file.name, mimeType)
        Way.PRINT -> print(made.file.path)
        Way.COPY -> made.text?.let { copy(it) } != null
    }
    // Another app may still read what it was handed; everything else is of no use here any more.
    if (!taken || way == Way.SAVE_AS || way == Way.COPY) made.file.delete()
    return taken
}

/** Distress entries and single notes leave only when they were ticked for this very report; the next one starts without. */
private fun Env.forgetTicks() {
    val choices = drafts.of(Place.Report, ReportChoices::class.java) ?: return
    drafts.keep(Place.Report, choices.copy(included = choices.included.copy(distress = false, chosenNotes = emptyList())))
}

/** Writes the file anew; none when what is on the disk is not what was written, and then nothing of it stays. */
private fun made(env: Env, options: ReportOptions, effect: ShareEffect.Send): Made? {
    val day = env.diary.today(options.madeAt).day
    val file = env.phone.outgoing("report-$day${effect.form.ending}")
    return when (effect.form) {
        ShareForm.PDF -> file.whole { env.diary.writeReport(file.path, options).bytes }
        ShareForm.LOCKED_PDF -> file.whole { env.diary.writeLockedCopy(file.path, options, effect.password).bytes }
        ShareForm.FHIR -> file.whole { env.diary.writeFhir(file.path, options).bytes }
        ShareForm.TABLES -> tables(env, file, options, effect)
        ShareForm.TEXT -> text(env, file, options)
    }
}

/** The place of a file on its way out. A former one of that name goes first, so that it cannot pass for the new one. */
internal fun Phone.outgoing(name: String): File {
    val file = File(outbox, name)
    if (file.exists() && !file.delete()) throw DiaryException.OutputNotWritten(file.path)
    return file
}

/** Looks at the size of what [write] wrote. That the diary could not note it is said and no reason to write it again. */
internal fun File.whole(write: () -> ULong): Made? {
    val bytes = try {
        write().toLong()
    } catch (_: DiaryException.NotNoted) {
        return if (length() > 0) Made(this, length(), noted = false) else gone()
    }
    return if (length() == bytes) Made(this, bytes, noted = true) else gone()
}

private fun File.gone(): Made? {
    delete()
    return null
}

/** The library packs the tables itself, whole or not at all; here the archive is read back. */
private fun tables(env: Env, file: File, options: ReportOptions, effect: ShareEffect.Send): Made? {
    val period: Period = options.period ?: env.diary.reportPeriod(options.madeAt)
    val written = try {
        env.diary.writeTables(file.path, period, effect.tables, env.now()).map { it.file }
    } catch (_: DiaryException.NotNoted) {
        null
    }
    val inside = try {
        ZipFile(file).use { zip -> zip.entries().toList().map { it.name } }
    } catch (_: IOException) {
        return file.gone()
    }
    return if (inside.containsAll(written.orEmpty())) Made(file, file.length(), noted = written != null) else file.gone()
}

private fun text(env: Env, file: File, options: ReportOptions): Made? {
    val text = env.diary.reportText(options)
    val half = File(file.path + ".half")
    try {
        half.writeText(text)
        if (!half.renameTo(file)) throw IOException("not renamed")
    } catch (_: IOException) {
        half.delete()
        throw DiaryException.OutputNotWritten(file.path)
    }
    val bytes = text.toByteArray().size.toLong()
    return if (file.length() == bytes) Made(file, bytes, noted = true, text) else file.gone()
}

/** What a person can do about a file that was not written. */
public val ShareProblem.problem: Problem?
    get() = when (this) {
        is ShareProblem.NotWritten -> problem
        is ShareProblem.NotListed -> problem
        ShareProblem.WrongSize, is ShareProblem.NotTaken -> null
    }

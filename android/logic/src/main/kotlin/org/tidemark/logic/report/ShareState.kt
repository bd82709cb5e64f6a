package org.tidemark.logic.report

import org.tidemark.bindings.Leaving
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.TableOptions
import org.tidemark.logic.Problem

/** How a report leaves. */
public enum class ShareForm(public val mimeType: String, internal val ending: String) {
    PDF("application/pdf", ".pdf"),
    LOCKED_PDF("application/pdf", "-locked.pdf"),
    TABLES("application/zip", "-tables.zip"),
    FHIR("application/fhir+json", ".fhir.json"),
    TEXT("text/plain", ".txt"),
}

/** Where it goes. */
public enum class Way { SHARE, SAVE_AS, PRINT, COPY }

/** The ways that a form can go. */
public val ShareForm.ways: List<Way>
    get() = when (this) {
        ShareForm.PDF -> listOf(Way.SHARE, Way.SAVE_AS, Way.PRINT)
        ShareForm.TEXT -> listOf(Way.SHARE, Way.COPY, Way.SAVE_AS)
        ShareForm.LOCKED_PDF, ShareForm.TABLES, ShareForm.FHIR -> listOf(Way.SHARE, Way.SAVE_AS)
    }

/** The ways out of the phone for a report. Nothing is written before one of them is tapped. */
public data class ShareState(
    val options: ReportOptions,
    val form: ShareForm = ShareForm.PDF,
    /** What leaves in each form; none until it was read. Of tables, the ticks say it. */
    val leaves: Map<ShareForm, List<Leaving>> = emptyMap(),
    /** The password of a locked copy, twice; forgotten once the copy was written. */
    val password: String = "",
    val repeated: String = "",
    /** What else goes into the tables. */
    val tables: TableOptions = TableOptions(),
    /** A file is being written or handed over. */
    val working: Boolean = false,
    /** What was handed over last. */
    val sent: Sent? = null,
    val problem: ShareProblem? = null,
) {
    /** What is in the way of a locked copy. */
    val passwordProblem: PasswordProblem?
        get() = when {
            form != ShareForm.LOCKED_PDF -> null
            password.trim().let { it.codePointCount(0, it.length) } < SHORTEST -> PasswordProblem.TOO_SHORT
            password != repeated -> PasswordProblem.NOT_THE_SAME
            else -> null
        }
}

/** The core refuses a shorter one. */
private const val SHORTEST = 8

public enum class PasswordProblem { TOO_SHORT, NOT_THE_SAME }

/** What was handed over: its form, its way, and how large the file was. */
public data class Sent(val form: ShareForm, val way: Way, val bytes: Long, val noted: Boolean)

/** Why nothing was handed over. */
public sealed interface ShareProblem {
    /** The file was not written; nothing of it is left. */
    public data class NotWritten(val problem: Problem) : ShareProblem

    /** The file on the disk is not as long as what was written; it was taken away. */
    public data object WrongSize : ShareProblem

    /** Nothing on the phone took the file, or the person turned back. */
    public data class NotTaken(val way: Way) : ShareProblem

    /** What leaves could not be listed. */
    public data class NotListed(val problem: Problem) : ShareProblem
}

public sealed interface ShareEvent {
    public data object Shown : ShareEvent

    public data class FormChosen(val form: ShareForm) : ShareEvent

    public data class PasswordTyped(val password: String) : ShareEvent

    public data class PasswordRepeated(val password: String) : ShareEvent

    public data class TablesTicked(val tables: TableOptions) : ShareEvent

    /** A way out was tapped. */
    public data class Went(val way: Way) : ShareEvent

    public data class Listed(val leaves: Map<ShareForm, List<Leaving>>) : ShareEvent

    public data class Handed(val sent: Sent) : ShareEvent

    public data class NotHanded(val problem: ShareProblem) : ShareEvent
}

public sealed interface ShareEffect {
    public data object List : ShareEffect

    /** Writes the file, looks at its size, and hands it over. */
    public data class Send(val form: ShareForm, val way: Way, val password: String, val tables: TableOptions) : ShareEffect {
        /** Without the password. */
        override fun toString(): String = "Send($form, $way)"
    }
}

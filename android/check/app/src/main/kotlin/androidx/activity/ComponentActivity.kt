package androidx.activity

import android.app.Activity

/** Stands in for the one of androidx.activity, which is not on Maven Central: its name, and what it inherits. */
open class ComponentActivity : Activity()

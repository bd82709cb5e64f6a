package org.tidemark.platform

import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import android.app.Application

/** A test that runs on Android 15 as Robolectric has it. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
abstract class OnAndroid {
    protected val app: Application get() = RuntimeEnvironment.getApplication()

    protected fun <T : Any> service(kind: Class<T>): T = checkNotNull(app.getSystemService(kind))
}

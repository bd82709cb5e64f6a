// The screens in Compose.
plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
    alias(libs.plugins.kotlin.compose)
}

val words = layout.buildDirectory.dir("generated/tidemark/kotlin")

// The words of the screens as Kotlin, from the catalogue of the core.
val generateWords = tasks.register<Exec>("generateWords") {
    workingDir = rootDir.parentFile
    inputs.dir(rootDir.resolve("../core/findings/text"))
    outputs.dir(words)
    val file = words.map { it.file("Strings.kt").asFile.path }
    doFirst {
        commandLine("cargo", "run", "--locked", "--quiet", "-p", "tidemark-findings", "--example", "strings", "--", "kotlin", file.get())
    }
}

android {
    namespace = "org.tidemark.ui"
    compileSdk = libs.versions.compileSdk.get().toInt()
    defaultConfig { minSdk = libs.versions.minSdk.get().toInt() }
    sourceSets["main"].kotlin.srcDir(words)
    // The tests draw with the desktop's Compose and run in check/.
    sourceSets["test"].kotlin.setSrcDirs(emptyList<String>())
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

tasks.named("preBuild") { dependsOn(generateWords) }

dependencies {
    api(project(":logic"))
    api(libs.compose.ui)
    implementation(libs.compose.foundation)
    implementation(libs.compose.material3)
}

// The library for three processors and its generated Kotlin side, made by bindings/mobile/build-android.sh (wants the NDK and
// cargo-ndk). In a module of its own: the strict rules of the others do not fit generated code.
plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
}

val made = layout.buildDirectory.dir("library")

val buildLibrary = tasks.register<Exec>("buildLibrary") {
    workingDir = rootDir.parentFile
    inputs.files(fileTree(rootDir.resolve("../core")) { include("**/*.rs", "**/*.sql", "**/*.toml") })
    inputs.files(fileTree(rootDir.resolve("../bindings/mobile")) { include("**/*.rs", "**/*.toml", "*.sh") })
    inputs.file(rootDir.resolve("../Cargo.lock"))
    outputs.dir(made)
    commandLine("bindings/mobile/build-android.sh", made.get().asFile.path)
}

android {
    namespace = "org.tidemark.bindings"
    compileSdk = libs.versions.compileSdk.get().toInt()
    defaultConfig { minSdk = libs.versions.minSdk.get().toInt() }
    sourceSets["main"].apply {
        kotlin.srcDir(made.map { it.dir("kotlin") })
        jniLibs.srcDir(made.map { it.dir("jniLibs") })
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

tasks.named("preBuild") { dependsOn(buildLibrary) }

dependencies {
    // As @aar, which brings JNA's own libraries for Android.
    api(variantOf(libs.jna) { artifactType("aar") })
}

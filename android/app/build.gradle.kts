// The app itself: manifest, resources, one activity. NOT RUN by the project's own tests, which have no Android SDK.
plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.android)
    alias(libs.plugins.kotlin.compose)
}

val strings = layout.buildDirectory.dir("generated/tidemark/res")

// Android resources of every text, from the same catalogue as the Kotlin words.
val generateResources = tasks.register<Exec>("generateResources") {
    workingDir = rootDir.parentFile
    inputs.dir(rootDir.resolve("../core/findings/text"))
    outputs.dir(strings)
    val file = strings.map { it.file("values/strings.xml").asFile.path }
    doFirst {
        commandLine("cargo", "run", "--locked", "--quiet", "-p", "tidemark-findings", "--example", "strings", "--", "android", file.get())
    }
}

android {
    namespace = "org.tidemark.app"
    compileSdk = libs.versions.compileSdk.get().toInt()
    defaultConfig {
        applicationId = "org.tidemark.app"
        minSdk = libs.versions.minSdk.get().toInt()
        targetSdk = libs.versions.targetSdk.get().toInt()
        versionCode = 1
        versionName = "0.1.0"
        ndk { abiFilters += listOf("arm64-v8a", "armeabi-v7a", "x86_64") }
    }
    sourceSets["main"].res.srcDir(strings)
    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }
    packaging {
        // Pages of 16 KB: the libraries lie uncompressed and aligned in the package, and are loaded from there.
        jniLibs { useLegacyPackaging = false }
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    buildFeatures { buildConfig = false }
    // The list of dependencies that Google Play wants is encrypted to Google; it has no place in a package that others rebuild.
    dependenciesInfo {
        includeInApk = false
        includeInBundle = false
    }
}

tasks.named("preBuild") { dependsOn(generateResources) }

dependencies {
    implementation(project(":logic"))
    implementation(project(":ui"))
    implementation(project(":platform"))
    implementation(project(":bindings-generated"))
    implementation(libs.activity.compose)
    implementation(libs.compose.foundation)
    implementation(libs.compose.material3)
}

// For Android Studio: the same folders that `check/` compiles with Maven. NOT RUN by the project's own tests.
pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositoriesMode.set(RepositoriesMode.FAIL_ON_PROJECT_REPOS)
    repositories {
        google()
        mavenCentral()
    }
}

rootProject.name = "tidemark"
include(":bindings-generated", ":logic", ":ui", ":platform", ":app")

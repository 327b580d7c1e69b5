package org.francophonie.dclic.authoring.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.files.PackageRefused;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.i18n.Words;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Takes a folder in that lies on the platform's own machine, for whoever operates it: {@code --dclic.import-folder=PATH}. The
 * draft belongs to nobody; those who see all drafts find it on their desk. The report goes to the console.
 */
@Component
class FolderImport {
    private static final String FOLDER = "dclic.import-folder";

    private final CourseImportService imports;
    private final Words words;
    private final Environment environment;

    FolderImport(CourseImportService imports, Words words, Environment environment) {
        this.imports = imports;
        this.words = words;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() throws Exception {
        var folder = environment.getProperty(FOLDER, "");
        if (!folder.isBlank()) System.out.println(take(Path.of(folder)));
    }

    /** @return the report, a line each, worst first */
    String take(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) return "  " + folder + ": " + say("import.no-folder");
        var result = Actors.runAs(Actor.job("folder-import"), () -> result(folder));
        var text = new StringBuilder("\n  ")
                .append(result.course()
                        .map(_ -> say("import.done", result.title() + " (" + result.code() + ")"))
                        .orElseGet(() -> say("import.nothing")))
                .append('\n');
        var level = (Level) null;
        for (var line : result.report().lines()) {
            if (line.level() != level)
                text.append("  ").append(say("import.level." + line.level())).append('\n');
            level = line.level();
            text.append("    ").append(where(line)).append(said(line)).append('\n');
        }
        return text.toString();
    }

    private ImportResult result(Path folder) throws IOException {
        try (var files = SafeUnzip.folder(folder)) {
            return imports.take(
                    files, folder.toAbsolutePath().normalize().getFileName().toString(), Progress.UNWATCHED);
        } catch (PackageRefused refused) {
            return ImportResult.refused(refused.file(), "refused." + refused.reason());
        }
    }

    private String said(ImportReport.Line line) {
        return say("import.line." + line.key(), (Object[]) line.arguments().toArray(String[]::new));
    }

    private static String where(ImportReport.Line line) {
        if (line.file().isEmpty()) return "";
        return line.line() > 0 ? line.file() + ":" + line.line() + "  " : line.file() + "  ";
    }

    private String say(String key, Object... arguments) {
        return words.get(Locale.FRENCH, key, arguments);
    }
}

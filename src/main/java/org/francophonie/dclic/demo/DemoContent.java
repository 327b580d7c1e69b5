package org.francophonie.dclic.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.francophonie.dclic.authoring.imports.CourseImportService;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.authoring.service.PublicationService;
import org.francophonie.dclic.identity.service.AddressService;
import org.francophonie.dclic.identity.service.Joining;
import org.francophonie.dclic.identity.service.JoiningRefused;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.rights.service.AssignmentService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Fills an empty demonstration once, through the same doors as everybody: courses by the importer, accounts by joining. The
 * password of the demo accounts is made at random and kept in the data folder, never in the repository.
 */
@Component
public class DemoContent {
    private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);
    private static final Actor LOADER = Actor.job("demo");
    private static final String RESOURCES = "demo";

    /** Profile, name and address of each demo account; two administrators hold the rights. */
    private static final Map<String, String> ACCOUNTS = Map.of(
            "LEARNER_A", "Aïcha (apprenante A)",
            "LEARNER_M", "Kossi (apprenant M)",
            "TUTORED_LEARNER", "Mariam (parcours tutoré)",
            "MENTOR", "Jean-Baptiste (mentor)",
            "TRAINER", "Rindra (formatrice)",
            "AUTHOR", "Fatou (autrice)",
            "EDITOR", "Ousmane (éditeur)",
            "MODERATOR", "Léa (modératrice)",
            "PEDAGOGICAL_ADMIN", "Nadia (administration pédagogique)",
            "TECHNICAL_ADMIN", "Paul (administration technique)");

    private final Platform platform;
    private final PersonService people;
    private final AddressService addresses;
    private final AssignmentService assignments;
    private final CourseImportService imports;
    private final PublicationService publications;
    private final JdbcClient sql;
    private final Ids ids;

    DemoContent(
            Platform platform,
            PersonService people,
            AddressService addresses,
            AssignmentService assignments,
            CourseImportService imports,
            PublicationService publications,
            JdbcClient sql,
            Ids ids) {
        this.platform = platform;
        this.people = people;
        this.addresses = addresses;
        this.assignments = assignments;
        this.imports = imports;
        this.publications = publications;
        this.sql = sql;
        this.ids = ids;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() throws Exception {
        if (!platform.isDemonstration()) return;
        Actors.runAs(LOADER, () -> {
            if (isMissing("authoring.course")) courses();
            if (isMissing("identity.person")) accounts();
            return true;
        });
        announce();
    }

    private boolean isMissing(String table) {
        return sql.sql("select not exists (select from " + table + ")")
                .query(Boolean.class)
                .single();
    }

    private void courses() throws IOException {
        for (var course : folders()) {
            var copy = Files.createTempDirectory("dclic-demo-");
            try {
                copy(course, copy);
                try (var files = SafeUnzip.folder(copy)) {
                    var result = imports.take(files, course, Progress.UNWATCHED);
                    result.report().lines().stream()
                            .filter(line -> line.level()
                                            .compareTo(
                                                    org.francophonie.dclic.authoring.imports.ImportReport.Level.TAKEN)
                                    < 0)
                            .forEach(line -> LOG.warn("demo course {}: {}", course, line));
                    result.course().ifPresent(publications::publish);
                }
            } finally {
                FileSystemUtils.deleteRecursively(copy);
            }
        }
    }

    private static List<String> folders() throws IOException {
        var cards = new PathMatchingResourcePatternResolver().getResources("classpath*:" + RESOURCES + "/*/cours.yaml");
        var names = new java.util.TreeSet<String>();
        for (var card : cards) {
            var parts = card.getURL().toString().split("/");
            names.add(parts[parts.length - 2]);
        }
        return List.copyOf(names);
    }

    private static void copy(String course, Path into) throws IOException {
        var resources =
                new PathMatchingResourcePatternResolver().getResources("classpath:" + RESOURCES + "/" + course + "/**");
        for (var resource : resources) {
            var url = resource.getURL().toString();
            var name = url.substring(url.indexOf("/" + course + "/") + course.length() + 2);
            if (name.isEmpty() || name.endsWith("/") || !resource.isReadable()) continue;
            var target = into.resolve(name);
            Files.createDirectories(target.getParent());
            try (var in = resource.getInputStream()) {
                Files.copy(in, target);
            }
        }
    }

    private void accounts() throws IOException {
        var password = passphrase();
        for (var account : new TreeMap<>(ACCOUNTS).entrySet()) {
            try {
                var who = people.join(new Joining(
                        ids.next(),
                        account.getValue(),
                        "1990",
                        "SN",
                        Optional.of(address(account.getKey())),
                        Optional.empty(),
                        false,
                        password,
                        Locale.FRENCH));
                addresses.vouch(who.person());
                assignments.assign(who.person(), account.getKey());
            } catch (JoiningRefused refused) {
                LOG.warn("demo account {} was not made: {}", account.getKey(), refused.problems());
            }
        }
        Files.createDirectories(platform.dataFolder());
        Files.writeString(passwordFile(), password);
    }

    private Path passwordFile() {
        return platform.dataFolder().resolve("demo-password.txt");
    }

    private static String address(String profile) {
        return profile.toLowerCase(Locale.ROOT).replace('_', '-') + "@demo.example";
    }

    private static String passphrase() {
        var letters = "abcdefghjkmnpqrstuvwxyz23456789";
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) text.append('-');
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** The one place where a demo password is told: the console of whoever started the demonstration. */
    private void announce() throws IOException {
        var text = new StringBuilder("\n  D-CLIC: " + platform.baseUrl() + "/\n");
        if (Files.exists(passwordFile())) {
            text.append("  Demo accounts, password ")
                    .append(Files.readString(passwordFile()))
                    .append('\n');
            new TreeMap<>(ACCOUNTS).keySet().forEach(profile -> text.append("    ")
                    .append(address(profile))
                    .append('\n'));
        }
        System.out.println(text);
    }
}

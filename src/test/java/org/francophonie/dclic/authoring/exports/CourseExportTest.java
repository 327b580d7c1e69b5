package org.francophonie.dclic.authoring.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.Samples;
import org.francophonie.dclic.authoring.PackedCourse;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.FileRef;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.authoring.service.CourseExportService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.files.FileStore;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.ids.CourseId;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A course goes out as a package and comes in again as the same course. */
@Requirement("F-115")
class CourseExportTest extends PlatformTest {
    private static final String EVERYTHING = """
            ---
            titre: "Tout : ce qu'une leçon peut « contenir » # et plus"
            duree: 12
            objectif: Voir chaque sorte de bloc.
            ---
            Un *mot*, **deux**, `a_b*c`, ***les deux***, 3 * 4 * 5, snake_case_ici, [un lien](https://exemple.fr/a_(b) "titre"),
            du <kbd>Ctrl</kbd>, H<sub>2</sub>O, un retour\\
            à la ligne. 1. Pas une liste. \\# pas un titre. <https://exemple.fr/?a=1&b=2>. AT&amp;T &lt;b&gt;.

            + plus
            - Une liste
              - dedans

                ```html
                <p class="x">code dans la liste</p>

                ligne
                ```
            - suite

              un paragraphe

            3. trois
            4. quatre

            > une citation
            > > dans une citation

            ## Un titre avec *étoiles* et `code` : 100 % — « oui »

            ![Une grille de cases](images/grille.svg "Légende \\"citée\\"")

            > [!ASTUCE]
            > Gardez **votre** doigt.
            >
            > - et
            > - encore

            > [!RETENIR]
            > Une ligne.

            > [!NOTE]
            >
            > 3. trois
            > 4. quatre

            Deux<br><br>retours, et [la leçon d'avant](01-les-cases.md) dans du HTML <q lang="en">so</q>.

            <div><pre>du code

            après une ligne vide</pre> et <a href="02-la-somme.md">une leçon</a></div>

            | Gauche | Droite |
            |:-------|-------:|
            | a `b|c` | **d** |
            | e \\| f |  |

            <table><tbody><tr><td>sans</td><td>tête</td></tr><tr><td colspan="2">large</td></tr></tbody></table>

            ```python
            def f(x):
                return "```" + x  # ~{}

            ```

            ```exercice
            ::Un titre \\: deux points::Combien font `1 + 1` ?\\n\\nRéfléchissez \\{bien\\}. {
              ~Un \\= trop peu #Non \\# pas *un*.
              =Deux #Oui.
              ~%50%Presque
              ####C’est **deux**. C\\:\\\\new
            }
            ```

            ```reflexion
            Et *vous* ?

            Dites-le, après [la leçon](02-la-somme.md).
            ```

            ![Un son](fichiers/son.mp3)

            ![Un film](fichiers/film.webm)

            [La fiche à imprimer](fichiers/fiche.pdf)

            Voir [la leçon d'avant](01-les-cases.md).
            """;

    @Autowired
    private CourseExportService exports;

    @Autowired
    private FileStore store;

    @TempDir
    private Path folder;

    private CourseId imported(Path from) throws Exception {
        return asPlatform(() -> {
            try (var files = Files.isDirectory(from) ? SafeUnzip.folder(from) : SafeUnzip.zip(from)) {
                var result = imports.take(files, "paquet", Progress.UNWATCHED);
                return result.course()
                        .orElseThrow(() ->
                                new AssertionError(from + " " + result.report().lines()));
            }
        });
    }

    private Path packed(PackedCourse course) throws IOException {
        var archive = Files.createTempFile(folder, "formation", ".zip");
        try (var out = Files.newOutputStream(archive)) {
            course.writeTo(out, store);
        }
        return archive;
    }

    private Path whole(CourseId course) throws Exception {
        return packed(asPlatform(() -> exports.whole(course)));
    }

    private PublishedCourse published(CourseId course) throws Exception {
        asPlatform(() -> publications.publish(course));
        return publications.current(course).orElseThrow().document();
    }

    private static void put(Path target, String text) throws IOException {
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    /** What stays the same whoever keeps it: no ids, and HTML that reads the same. */
    private List<Object> shape(PublishedCourse course) {
        var shape = new ArrayList<Object>(List.of(course.description()));
        course.quiz().ifPresent(quiz -> {
            shape.add(quiz.title() + quiz.timeLimit());
            sql.sql("select questions from assessment.quiz_version where id = ?")
                    .param(quiz.version())
                    .query((row, _) -> (UUID[]) row.getArray("questions").getArray())
                    .single();
            for (var question : sql.sql("select questions from assessment.quiz_version where id = ?")
                    .param(quiz.version())
                    .query((row, _) -> (UUID[]) row.getArray("questions").getArray())
                    .single()) shape.add(question(question));
        });
        for (var lesson : course.lessons()) {
            shape.add(lesson.title() + lesson.minutes() + lesson.objective());
            lesson.blocks().forEach(block -> shape.add(shape(block)));
        }
        return shape;
    }

    private Object shape(Block block) {
        return switch (block) {
            case Block.Text text -> html(text.html());
            case Block.Table table -> "table " + html(table.html());
            case Block.Callout callout -> callout.kind() + html(callout.html());
            case Block.Exercise exercise -> question(exercise.questionVersion());
            case Block.Reflection reflection -> "think " + html(reflection.promptHtml());
            case Block.Image image -> List.of(image.file().hash(), image.alternative(), image.caption());
            case Block.Audio audio ->
                List.of(audio.file().hash(), audio.title(), audio.transcript(), hash(audio.light()));
            case Block.Video video ->
                List.of(
                        video.file().hash(),
                        video.title(),
                        video.transcript(),
                        hash(video.captions()),
                        hash(video.light()));
            case Block.Download download -> List.of(download.file().hash(), download.label(), hash(download.light()));
            case Block.Heading heading -> heading;
            case Block.Code code -> code;
        };
    }

    private static String hash(Optional<FileRef> file) {
        return file.map(FileRef::hash).orElse("");
    }

    private String question(UUID version) {
        var document = JsonMapper.shared()
                .readTree(sql.sql("select document::text from assessment.question_version where id = ?")
                        .param(version)
                        .query(String.class)
                        .single());
        bare(document);
        return document.toString();
    }

    private static void bare(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("id", "leftId", "rightId"));
            for (var name : List.copyOf(object.propertyNames()))
                if (Set.of("html", "feedback", "general", "left", "right").contains(name))
                    object.put(name, html(object.get(name).asString()));
        }
        node.forEach(CourseExportTest::bare);
    }

    private static String html(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        return body.html().replaceAll("\\s*(<[^>]+>)\\s*", "$1").replaceAll("\\s+", " ");
    }

    private void comesBackAsItWas(Path source) throws Exception {
        var first = imported(source);
        var second = imported(whole(first));

        assertThat(shape(published(second))).isEqualTo(shape(published(first)));
    }

    @Test
    void every_kind_of_block_comes_back_as_it_was() throws Exception {
        var course = copyOfSmallCourse(folder.resolve("cours"));
        put(course.resolve("03-tout.md"), EVERYTHING);
        put(course.resolve("fichiers/son.mp3"), "ID3 un son");
        put(course.resolve("fichiers/son.txt"), "Ce qui est dit.\nSur deux lignes.");
        put(course.resolve("fichiers/son-leger.mp3"), "ID3 un");
        put(course.resolve("fichiers/film.webm"), "un film");
        put(course.resolve("fichiers/film.vtt"), "WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour\n");
        put(course.resolve("fichiers/film-leger.webm"), "film");
        put(course.resolve("fichiers/fiche.pdf"), "%PDF-1.4 une fiche");
        put(course.resolve("fichiers/fiche-leger.pdf"), "%PDF-1.4");
        giveTime(course, "15");

        comesBackAsItWas(course);
    }

    @ParameterizedTest
    @ValueSource(strings = {"premiers-pas-sur-internet", "creer-sa-premiere-page-web"})
    void our_own_courses_come_back_as_they_were(String course) throws Exception {
        comesBackAsItWas(Path.of("src/main/resources/demo", course));
    }

    @Test
    void courses_of_others_come_back_as_they_were() throws Exception {
        comesBackAsItWas(Samples.at("content/web-dev-for-beginners-fr"));
        try (var courses = Files.list(Samples.at("content/raspberrypi-foundation-fr"))) {
            for (var course : courses.filter(course -> Files.exists(course.resolve("fr-FR")))
                    .toList()) comesBackAsItWas(course);
        }
    }

    @Test
    void everybody_gets_the_lessons_but_not_the_key_of_the_quiz() throws Exception {
        var course = publishedCourse();
        var code = publications.current(course).orElseThrow().document().code();

        var given = exports.pack(publications.currentByCode(code).orElseThrow());

        assertThat(given.name()).contains("compter-avec-un-tableur").endsWith(".zip");
        assertThat(given.contents().keySet())
                .contains("cours.yaml", "images/grille.svg")
                .anyMatch(path -> path.startsWith("01-"))
                .noneMatch(path -> path.endsWith(".gift"));
        assertThat(imported(packed(given))).isNotNull();
    }

    @Test
    void a_course_whose_licence_says_nothing_is_not_given_out() throws Exception {
        var course = publishedCourse();
        var document = publications.current(course).orElseThrow().document();
        assertThat(exports.weight(document)).isPresent();

        var card = copyOfSmallCourse(folder.resolve("reserve")).resolve("cours.yaml");
        Files.writeString(card, Files.readString(card).replaceAll("licence:.*", "licence: Tous droits réservés"));
        var closed = published(imported(folder.resolve("reserve")));

        assertThat(exports.weight(closed)).isEmpty();
        var version = publications.currentByCode(closed.code()).orElseThrow();
        assertThatThrownBy(() -> exports.pack(version)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_may_not_see_a_draft_does_not_get_its_key() throws Exception {
        var course = publishedCourse();
        for (var profile : List.of("LEARNER_A", "AUTHOR")) { // a draft of somebody else
            var other = somebody(profile);
            assertThatThrownBy(() -> other.does(() -> exports.whole(course)))
                    .as(profile)
                    .isInstanceOf(AccessRefused.class);
        }
    }

    @Test
    void names_that_systems_refuse_or_that_meet_are_made_plain() {
        var written = new PackageFolder();
        var first = written.path("images", file("a1", "Été à Dakar.PNG"));
        var second = written.path("images", file("b2", "ete a dakar.png"));
        var again = written.path("images", file("a1", "autre nom.png"));
        var odd = written.path("fichiers", file("c3", "../..\\:*"));

        assertThat(Map.of(first, 1, second, 2)).hasSize(2);
        assertThat(again).isEqualTo(first);
        assertThat(Stream.of(first, second, odd))
                .allMatch(path -> path.matches("[a-z]+/[a-z0-9-]+(-2)?\\.[A-Za-z0-9]+"));
    }

    private static FileRef file(String hash, String name) {
        return new FileRef(hash, name, 1, "image/png");
    }
}

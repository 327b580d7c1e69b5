package org.francophonie.dclic.authoring.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.block.Block;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Documents of every schema that was ever published are read for ever: one fixture for each, never edited. */
@Requirement({"F-053"})
class UpcasterTest extends PlatformTest {
    @Autowired
    private JsonMapper json;

    @Test
    void every_schema_that_landed_has_its_fixture_and_is_read() throws Exception {
        for (int schema = 1; schema <= PublishedCourse.SCHEMA; schema++) {
            var document = Files.readString(Path.of("src/test/resources/documents/course-schema-" + schema + ".json"));

            var course = Upcaster.read(json, schema, document);

            assertThat(course.lessons().getFirst().blocks().stream()
                            .map(block -> block.getClass().getSimpleName())
                            .distinct())
                    .containsExactlyInAnyOrder(
                            "Text",
                            "Heading",
                            "Image",
                            "Audio",
                            "Video",
                            "Download",
                            "Table",
                            "Code",
                            "Callout",
                            "Exercise",
                            "Reflection");
            assertThat(course.quiz()).isPresent();
        }
    }

    @Test
    void every_type_of_block_stands_in_the_newest_fixture() {
        assertThat(Block.class.getPermittedSubclasses()).hasSize(11);
    }

    @Test
    void a_document_newer_than_this_code_is_refused() {
        assertThatThrownBy(() -> Upcaster.read(json, 999, "{}")).isInstanceOf(IllegalStateException.class);
    }
}

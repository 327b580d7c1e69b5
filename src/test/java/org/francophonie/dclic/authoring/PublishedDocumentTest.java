package org.francophonie.dclic.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.authoring.block.Block;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was published stays readable, whatever documents have learnt to hold since. */
@Requirement("F-069")
class PublishedDocumentTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void a_quiz_of_a_document_older_than_time_limits_has_none() {
        var quiz = json.readValue("""
                {"id": "01a21eec-dbb2-7dac-8704-921cb1a29c67", "version": "01a21eec-dbb2-7dac-8704-921cb1a29c68",
                 "title": "Quiz final", "minutes": 10, "questions": 10}""", QuizStep.class);

        assertThat(quiz.timeLimit()).isEmpty();
    }

    @Test
    void media_of_a_document_older_than_light_versions_have_none() {
        var file = "{\"hash\": \"ab\", \"name\": \"a.mp4\", \"size\": 5, \"mediaType\": \"video/mp4\"}";
        for (var block : new String[] {
            "{\"type\": \"video\", \"file\": %s, \"title\": \"t\", \"captions\": null, \"transcript\": \"\"}",
            "{\"type\": \"audio\", \"file\": %s, \"title\": \"t\", \"transcript\": \"\"}",
            "{\"type\": \"file\", \"file\": %s, \"label\": \"t\"}"
        })
            assertThat(json.readValue(block.formatted(file), Block.class).files())
                    .as(block)
                    .hasSize(1);
    }
}

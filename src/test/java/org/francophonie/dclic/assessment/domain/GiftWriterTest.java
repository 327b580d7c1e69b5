package org.francophonie.dclic.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.authoring.exercise.ExerciseSource.Reading;
import org.francophonie.dclic.platform.text.MarkdownText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A question that is written in GIFT reads as the same question. */
@Requirement("F-115")
class GiftWriterTest {
    private final JsonMapper json = JsonMapper.builder().build();

    private static Reading read(String gift) {
        return new Gift(text -> MarkdownText.html(text).strip(), UnaryOperator.identity(), new Random(1)).read(gift);
    }

    private QuestionDocument only(String gift) {
        var reading = read(gift);
        assertThat(reading.problems()).as(gift).isEmpty();
        return ((QuestionDraft) reading.drafts().getFirst()).document();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::T::Vrai ou faux ? {TRUE#non#oui}",
                "::T::La capitale ? {=Dakar #Oui =%50%Thiès #Presque =%0%Lyon #Non}",
                "::T::Un nombre ? {#0.1..0.3}",
                "::T::Un nombre ? {#3.14..3.15 ####pi}",
                "::T::Un nombre ? {#\n =12:0 #juste\n =%50%12:2 #presque\n ~ #non}",
                "::T::Le signe ? {=p-\\>x =q-\\>y}",
                "::T::Combien ? {=%100%%50\\% de moins ~%0%%30% de plus ~rien}",
                "::T::Plusieurs {~%50%a ~%50%b ~%-33.33333%c ~d}",
                "::T::Reliez {=a\\=b -> c =d -> e\\:f = -> g}",
                "::Un \\: titre \\{odd\\}::Du *texte* \\#1 \\~ C\\:\\\\new\\n\\nsuite {=`<b>` ~a & b}",
                "::T::[html]<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table> {=x ~y}",
                "::T::[html]<pre>a\\n\\nb</pre> {=x ~y}",
                "::T::[plain]Ligne 1\\n* pas liste\\n\\# pas titre {=x ~y}",
                "::T::Un {=mot ~autre} dans la phrase."
            })
    void what_is_written_reads_the_same(String gift) {
        var question = only(gift);

        var again = only(GiftWriter.write(question));

        assertThat(bare(again)).isEqualTo(bare(question));
    }

    private String bare(QuestionDocument question) {
        return json.writeValueAsString(question)
                .replaceAll("\"(id|leftId|rightId)\":\"[^\"]*\",?", "")
                .replaceAll("(\\\\n)+(?=<|\")", "")
                .replace("&#10;", "\\n")
                .replaceAll("<br ?/?>(\\\\n)?", "<br>")
                .replaceAll("</?p>", "");
    }
}

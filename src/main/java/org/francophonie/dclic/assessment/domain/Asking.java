package org.francophonie.dclic.assessment.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.Question.Option;

/** Takes the key out of a question before it is shown; options stand in an order that the seed alone decides. */
public final class Asking {
    private Asking() {}

    public static Question ask(UUID version, QuestionDocument document, long seed) {
        var lefts = document.pairs().stream()
                .map(pair -> new Option(pair.leftId(), pair.left()))
                .toList();
        return new Question(version, document.kind(), document.html(), options(version, document, seed), lefts);
    }

    private static List<Option> options(UUID version, QuestionDocument document, long seed) {
        if (document.kind() == Question.Kind.MATCHING) {
            var rights = Stream.concat(
                    document.pairs().stream().map(pair -> new Option(pair.rightId(), pair.right())),
                    document.distractors().stream().map(choice -> new Option(choice.id(), choice.html())));
            return shuffled(rights.toList(), version, seed);
        }
        var options = document.choices().stream()
                .map(choice -> new Option(choice.id(), choice.html()))
                .toList();
        return isTrueOrFalse(options) ? options : shuffled(options, version, seed);
    }

    /** True before false, as everybody expects. */
    private static boolean isTrueOrFalse(List<Option> options) {
        return options.size() == 2 && options.getFirst().html().equals("Vrai");
    }

    private static List<Option> shuffled(List<Option> options, UUID version, long seed) {
        var order = new ArrayList<>(options);
        Collections.shuffle(order, new Random(seed ^ version.getLeastSignificantBits()));
        return List.copyOf(order);
    }
}

package org.francophonie.dclic.assessment.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.francophonie.dclic.assessment.domain.QuestionDocument.Accepted;
import org.francophonie.dclic.assessment.domain.QuestionDocument.Choice;
import org.francophonie.dclic.assessment.domain.QuestionDocument.Pair;
import org.francophonie.dclic.authoring.exercise.Question;

/** Puts a question together while a file is read; ids of options are random and tell nothing. */
final class QuestionBuilder {
    private static final int MOST_CHOICES = 200;

    private final RandomGenerator random;
    private final Set<String> given = new HashSet<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<QuestionDocument.Number> numbers = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Choice> distractors = new ArrayList<>();
    String title = "";
    String html = "";
    String general = "";

    QuestionBuilder(RandomGenerator random) {
        this.random = random;
    }

    /** Ids have three characters: a question with thousands of choices is unusable anyway, and {@link #build} says so. */
    private String id() {
        if (given.size() > MOST_CHOICES) return "x";
        String id;
        do id = Integer.toString(random.nextInt(36 * 36, 36 * 36 * 36), 36);
        while (!given.add(id));
        return id;
    }

    void choice(String text, double fraction, String feedback) {
        choices.add(new Choice(id(), text, fraction, feedback));
    }

    void accept(String pattern, double fraction, String feedback, boolean caseMatters) {
        accepted.add(new Accepted(pattern, fraction, feedback, caseMatters));
    }

    void number(double value, double tolerance, double fraction, String feedback) {
        numbers.add(new QuestionDocument.Number(value, tolerance, fraction, feedback));
    }

    void pair(String left, String right) {
        pairs.add(new Pair(id(), left, id(), right));
    }

    void distract(String right) {
        distractors.add(new Choice(id(), right, 0, ""));
    }

    int choices() {
        return choices.size();
    }

    /** Nothing when nobody could answer it right. */
    Optional<QuestionDocument> build(Question.Kind kind) {
        var answerable =
                switch (kind) {
                    case SINGLE ->
                        choices.size() >= 2 && choices.stream().anyMatch(choice -> choice.fraction() >= 0.999);
                    case MULTIPLE ->
                        choices.size() >= 2
                                && choices.stream()
                                                .mapToDouble(c -> Math.max(0, c.fraction()))
                                                .sum()
                                        >= 0.98;
                    case SHORT -> accepted.stream().anyMatch(answer -> answer.fraction() >= 0.999);
                    case NUMERIC -> numbers.stream().anyMatch(answer -> answer.fraction() >= 0.999);
                    case MATCHING -> pairs.size() >= 2;
                };
        if (!answerable || html.isBlank() || given.size() > MOST_CHOICES) return Optional.empty();
        return Optional.of(new QuestionDocument(
                kind,
                title,
                html,
                List.copyOf(choices),
                List.copyOf(accepted),
                List.copyOf(numbers),
                List.copyOf(pairs),
                List.copyOf(distractors),
                general));
    }
}

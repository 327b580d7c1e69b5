package org.francophonie.dclic.authoring;

import java.util.Locale;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;

/** What somebody wants to know of a quiz before: how many questions, and how much time is given. */
public final class QuizFacts {
    private QuizFacts() {}

    public static String of(Words words, Locale locale, QuizStep quiz) {
        var questions = words.count(locale, "course.questions", quiz.questions());
        return quiz.timeLimit()
                .map(minutes -> words.get(locale, "course.quiz.time", questions, Size.time(words, locale, minutes)))
                .orElse(questions);
    }
}

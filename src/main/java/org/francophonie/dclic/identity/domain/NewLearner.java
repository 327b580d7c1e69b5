package org.francophonie.dclic.identity.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.francophonie.dclic.platform.text.Digits;

/**
 * One line of a list of learners: a name and a year of birth, or the code of somebody who has joined already.
 *
 * @param line its number, from 1
 * @param code in its written form, when the line is a code
 */
public record NewLearner(int line, String name, int birthYear, Optional<String> code) {
    private static final int LONGEST_NAME = 120;

    /** The year stands at the end, after a comma, a semicolon, a tab or a space. */
    private static final Pattern NAME_AND_YEAR = Pattern.compile("(.+?)[\\s,;]+([0-9]{4})");

    /** What is wrong with a line; each has a sentence for people. */
    public enum Problem {
        NO_YEAR,
        WRONG_YEAR,
        LONG_NAME
    }

    /** @param line its number, from 1 */
    public record Wrong(int line, String text, Problem problem) {}

    /** What a list says, and what cannot be read in it. */
    public record Read(List<NewLearner> learners, List<Wrong> wrong) {}

    /** Empty lines are left out. */
    public static Read read(String text, int thisYear) {
        var learners = new ArrayList<NewLearner>();
        var wrong = new ArrayList<Wrong>();
        int line = 0;
        for (var typed : text.lines().toList()) {
            line++;
            var told = Digits.plain(typed).strip();
            if (!told.isEmpty()) read(line, told, thisYear, learners, wrong);
        }
        return new Read(List.copyOf(learners), List.copyOf(wrong));
    }

    private static void read(int line, String told, int thisYear, List<NewLearner> learners, List<Wrong> wrong) {
        var code = HumanCode.readLearner(told);
        if (code.isPresent()) {
            learners.add(new NewLearner(line, "", 0, code));
            return;
        }
        var parts = NAME_AND_YEAR.matcher(told);
        if (!parts.matches()) {
            wrong.add(new Wrong(line, told, Problem.NO_YEAR));
            return;
        }
        var name = parts.group(1).strip();
        var year = parts.group(2);
        // younger than those who join alone: that is what a centre is for
        if (Birth.problem(year, thisYear)
                .filter(problem -> problem != Birth.Problem.CHILD)
                .isPresent()) wrong.add(new Wrong(line, told, Problem.WRONG_YEAR));
        else if (name.length() > LONGEST_NAME) wrong.add(new Wrong(line, told, Problem.LONG_NAME));
        else learners.add(new NewLearner(line, name, Integer.parseInt(year), Optional.empty()));
    }
}

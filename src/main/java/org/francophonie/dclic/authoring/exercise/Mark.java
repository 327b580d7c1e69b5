package org.francophonie.dclic.authoring.exercise;

import java.util.List;
import java.util.Map;

/**
 * What an answer is worth, and why.
 *
 * @param fraction from 0 to 1
 * @param right whether each option chosen, or the side joined to each left side, is right
 * @param perOption feedback by option or left side, for those answered
 * @param general feedback on the question, perhaps empty
 * @param rightAnswer in words, as HTML: a phrase, or a list when it has several parts
 */
public record Mark(
        double fraction,
        Map<String, Boolean> right,
        Map<String, String> perOption,
        List<String> general,
        String rightAnswer) {
    private static final double ALMOST = 0.999;

    public boolean isRight() {
        return fraction >= ALMOST;
    }

    public boolean isPartlyRight() {
        return fraction > 0 && !isRight();
    }
}

package org.francophonie.dclic.assessment.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people write them: "1 500", "1500,5", "3.14", "-2". */
final class Decimal {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,15})([.,]\\d{1,15})?([eE][+-]?\\d{1,3})?");

    private static final Pattern UNIT = Pattern.compile("^(.*\\d)[\\s\\u00a0\\u202f]*[\\p{L}%°€$]{1,20}\\.?$");

    private static final MathContext PRECISION = new MathContext(12);

    private Decimal() {}

    static OptionalDouble read(String typed) {
        var plain = typed.strip().replaceAll("[\\s\\u00a0\\u202f]", "").replace('−', '-');
        if (!NUMBER.matcher(plain).matches()) return OptionalDouble.empty();
        return OptionalDouble.of(Double.parseDouble(plain.replace(',', '.')));
    }

    /** An answer: the unit that people write behind the number ("265 Ko", "40 fois", "12 %") is forgiven. */
    static OptionalDouble answer(String typed) {
        return read(UNIT.matcher(typed.strip()).replaceFirst("$1"));
    }

    /** Without the digits that computing adds in binary, and that nobody wrote. */
    static double exact(double computed) {
        return BigDecimal.valueOf(computed).round(PRECISION).doubleValue();
    }

    static String write(double value) {
        var format = NumberFormat.getInstance(Locale.FRENCH);
        format.setMaximumFractionDigits(6);
        return format.format(value);
    }
}

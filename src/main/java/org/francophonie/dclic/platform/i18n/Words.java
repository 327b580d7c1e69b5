package org.francophonie.dclic.platform.i18n;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/**
 * Every visible word, for both lanes. Keys stand in {@code vaadin-i18n/translations_*.properties}; French is the source. In
 * a text {@code {0}} stands for the first argument and an apostrophe for itself.
 */
@Component("messageSource")
public class Words implements I18NProvider, MessageSource {
    public static final Locale ARABIC = Locale.of("ar");

    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH, ARABIC);

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "dv", "ps", "sd", "ug", "yi");

    /** A screen asks for some sixty of them: they are looked up in a map. */
    private static final Map<Locale, Map<String, String>> TEXTS =
            LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Words::read));

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, @Nullable Object... arguments) {
        return get(locale, key, arguments);
    }

    /** The text; the key between marks when it is missing, so that it is seen (a test finds missing keys first). */
    public String get(Locale locale, String key, @Nullable Object... arguments) {
        var text = find(supported(locale), key);
        if (text == null) text = find(Locale.FRENCH, key); // the screens of staff are not in every language
        if (text == null) return "!" + key + "!";
        return arguments.length == 0 ? text : fill(text, locale, arguments);
    }

    /** In one go: what is filled in is taken as it is, whatever braces it has. */
    private static String fill(String text, Locale locale, @Nullable Object... arguments) {
        var filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            if (open + 2 >= text.length() || text.charAt(open + 2) != '}') continue;
            int n = text.charAt(open + 1) - '0';
            if (n < 0 || n >= arguments.length) continue;
            filled.append(text, from, open).append(written(arguments[n], locale));
            from = open + 3;
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** The text for a number of things: {@code key.one} or {@code key.other}; in French none is singular too. */
    public String count(Locale locale, String key, long n) {
        var single = n == 1 || n == 0 && supported(locale).equals(Locale.FRENCH);
        return get(locale, key + (single ? ".one" : ".other"), n);
    }

    /** A code of the catalogue in words, or the code itself when it is not one of ours. */
    public String value(Locale locale, String kind, String code) {
        var key = "value." + kind + "." + code;
        return has(key) ? get(locale, key) : code;
    }

    /** Is there a text for it? Every text is there in French. */
    public static boolean has(String key) {
        return find(Locale.FRENCH, key) != null;
    }

    /** The nearest language we speak. */
    public static Locale supported(@Nullable Locale wanted) {
        return LANGUAGES.stream()
                .filter(language -> wanted != null && language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.FRENCH);
    }

    private static String written(@Nullable Object argument, Locale locale) {
        if (argument instanceof Number number)
            return NumberFormat.getInstance(figures(locale)).format(number);
        return String.valueOf(argument);
    }

    /** A language with the digits 0 to 9, as lessons and addresses have them. */
    public static Locale figures(Locale language) {
        return isRightToLeft(language) ? Locale.forLanguageTag(language.getLanguage() + "-u-nu-latn") : language;
    }

    public static boolean isRightToLeft(Locale language) {
        return isRightToLeft(language.getLanguage());
    }

    private static boolean isRightToLeft(String language) {
        return RIGHT_TO_LEFT.contains(language);
    }

    /**
     * As HTML says which way a language is read.
     *
     * @param language ISO 639
     */
    public static String direction(String language) {
        return isRightToLeft(language) ? "rtl" : "ltr";
    }

    private static @Nullable String find(Locale locale, String key) {
        return TEXTS.getOrDefault(locale, Map.of()).get(key);
    }

    private static Map<String, String> read(Locale locale) {
        var file = "/vaadin-i18n/translations_" + locale.getLanguage() + ".properties";
        try (var in = Words.class.getResourceAsStream(file);
                var reader = new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), texts::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable String getMessage(
            String key, @Nullable Object @Nullable [] arguments, @Nullable String standard, @Nullable Locale locale) {
        return has(key) ? getMessage(key, arguments, locale) : standard;
    }

    @Override
    public String getMessage(String key, @Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        if (!has(key)) throw new NoSuchMessageException(key);
        return get(supported(locale), key, arguments == null ? new Object[0] : arguments);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        var codes = resolvable.getCodes();
        if (codes != null)
            for (var code : codes) if (has(code)) return getMessage(code, resolvable.getArguments(), locale);
        var standard = resolvable.getDefaultMessage();
        if (standard == null) throw new NoSuchMessageException(String.valueOf(resolvable));
        return standard;
    }
}

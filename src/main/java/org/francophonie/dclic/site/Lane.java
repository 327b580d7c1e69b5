package org.francophonie.dclic.site;

import java.util.List;
import java.util.Locale;
import org.francophonie.dclic.authoring.QuizFacts;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.text.Size;
import org.jspecify.annotations.Nullable;

/**
 * What every public page knows: its language, its own address, the words.
 *
 * @param path without the prefix of the language
 */
public record Lane(Words words, Platform platform, Locale locale, String path, String stylesheet) {
    /** The other languages stand at the head of the address. */
    static final String OTHER = "/{language:en|ar}";

    public String w(String key, @Nullable Object... arguments) {
        return words.get(locale, key, arguments);
    }

    /** A code of the catalogue in words, or the code itself when it is not one of ours. */
    public String value(String kind, String code) {
        return words.value(locale, kind, code);
    }

    public String count(String key, long n) {
        return words.count(locale, key, n);
    }

    public String weight(long bytes) {
        return Size.weight(words, locale, bytes);
    }

    public String time(int minutes) {
        return Size.time(words, locale, minutes);
    }

    public String quiz(QuizStep quiz) {
        return QuizFacts.of(words, locale, quiz);
    }

    public String lang() {
        return locale.getLanguage();
    }

    /** As HTML says which way a language is read. */
    public String dir() {
        return dir(lang());
    }

    public String dir(String language) {
        return Words.direction(language);
    }

    /** The address of another page in the same language. */
    public String to(String target) {
        return prefix(locale) + target;
    }

    /** A screen of the application, in the language of this page unless the person has one of her own. */
    public String app(String screen) {
        return "/app/" + screen + "?langue=" + lang();
    }

    /** The pages of words, the plan of the site last. */
    public List<String> pages() {
        return PublicPages.PAGES;
    }

    /** The manuals that are for people. */
    public List<String> guides() {
        return PublicPages.GUIDES;
    }

    public String home() {
        return prefix(locale) + "/";
    }

    /** This page, complete, as search engines and sharing name it. */
    public String canonical() {
        return platform.url(address(locale));
    }

    public List<Locale> languages() {
        return Words.LANGUAGES;
    }

    /** This page in another language. */
    public String address(Locale language) {
        return prefix(language) + path;
    }

    public String absolute(String target) {
        return platform.url(target);
    }

    public boolean showsBanner() {
        return platform.environment() != Platform.Environment.PRODUCTION;
    }

    static String prefix(Locale locale) {
        return locale.equals(Locale.FRENCH) ? "" : "/" + locale.getLanguage();
    }

    static Locale locale(String uri) {
        return Words.LANGUAGES.stream()
                .filter(language -> !language.equals(Locale.FRENCH))
                .filter(language -> uri.equals(prefix(language)) || uri.startsWith(prefix(language) + "/"))
                .findFirst()
                .orElse(Locale.FRENCH);
    }

    /** Never begins with two slashes: what follows them would be another host. */
    static String path(String uri) {
        return "/" + uri.substring(prefix(locale(uri)).length()).replaceAll("^[/\\\\]+", "");
    }
}

// The phrases that pages print around articles, in the languages met so far. Folded, without
// accents. A phrase that could begin a sentence of a report ("published", "share") stands in the
// first table, which asks for the whole line; left out on purpose: "the post", "image", "photo" as
// beginnings.

#include <algorithm>
#include <iterator>

#include "text/page.hpp"

namespace msmt::text {
namespace {

// clang-format off
/// Whole lines, without punctuation at the end.
constexpr std::string_view kWholeLines[] = {
    "about the author", "about us", "ad", "ad choices", "add a comment", "add comment",
    "add us on google", "advertisement", "advertisement - scroll to continue", "advertising",
    "all rights reserved", "also in this issue", "also read", "anzeige",
    "article continues after advertisement", "article continues below", "back to top", "bookmark",
    "cancel reply", "cite this", "cite this article", "cite this note", "click to share", "close",
    "comentarios", "comment", "comments", "comparte", "compartir", "continue reading", "copied",
    "copy link", "copy url", "correo electronico", "deja un comentario", "deja una respuesta",
    "discover more", "download", "download app", "download pdf", "e-mail", "editor's picks",
    "editors' picks", "email", "explore more on these topics", "facebook", "featured", "follow us",
    "font size", "gift this article", "go to top", "hide comments", "home", "in this article",
    "instagram", "join the conversation", "join the discussion", "kakaotalk", "keep reading",
    "latest news", "leave a comment", "leave a reply", "leave comment", "leer mas", "like",
    "link copied", "linkedin", "listen", "listen to article", "listen to this article", "load more",
    "load more comments", "loading", "loading comments", "log in", "login", "media contact",
    "media contacts", "media enquiries", "media inquiries", "menu", "more",
    "more from this section", "more news", "more on this story", "more on this topic",
    "more stories", "most popular", "most read", "most viewed", "naver", "newsletter",
    "newsletters", "next", "next article", "next post", "no comments", "no comments yet", "nombre",
    "open in app", "partager", "photo", "pinterest", "play", "play all audios", "play audio",
    "popular", "post a comment", "post comment", "press contact", "prev", "previous",
    "previous article", "previous post", "print", "privacy policy", "promoted", "publicidad",
    "publicite", "published", "read also", "read full story", "read less", "read more", "read next",
    "recommended", "recommended for you", "recommended stories", "reddit", "register", "related",
    "related articles", "related content", "related coverage", "related news", "related posts",
    "related stories", "related topics", "reply", "report", "report a typo", "report an error",
    "reporter", "reporters", "save", "save article", "scroll to continue", "search", "see all",
    "see also", "see more", "send", "share", "share article", "share on facebook",
    "share on twitter", "share on x", "share this", "share this article", "share this post",
    "share this story", "show comments", "show more", "sign in", "sign up", "sitio web", "skip ad",
    "skip to content", "skip to main content", "sponsored", "sponsored content", "staff reporter",
    "staff writer", "story continues below advertisement", "submit", "submit comment", "subscribe",
    "subscribe now", "suggested", "support us", "suscribete", "table of contents", "tags",
    "te puede interesar", "telegram", "terms of service", "text size", "the comments are closed",
    "threads", "top stories", "topics", "trending", "trending now", "tweet", "twitter", "unmute",
    "video", "view all", "view comments", "view more", "view more comments", "watch", "watch now",
    "watch video", "werbung", "whatsapp", "write a comment", "x", "you may also like",
    "you may like", "you might also like", "your comment", "your email", "your name", "youtube",
};

/// Beginnings of lines, in order, each specific enough that no sentence of a report starts so.
constexpr std::string_view kBeginnings[] = {
    "(attn:", "(c) 20", "*image for", "*images used", "a version of this article appeared",
    "accept all cookies", "accept cookies", "additional reporting by", "all rights reserved",
    "also read |", "also read:", "an official website of", "article continues below", "attachment:",
    "attachments:", "author:", "by clicking", "by continuing to use", "by signing up",
    "by subscribing", "byline:", "can't see the video", "cite this ", "click here to", "comments (",
    "comments are closed", "copyright (c)", "copyright 20", "copyright \xC2\xA9",
    "deje su comentario", "download our app", "download pdf", "download the app",
    "download the full report", "edited by", "editing by", "enclosure:", "enter your email",
    "filed under", "follow us on", "for further information, contact",
    "for further information, please contact", "for media enquiries", "for media inquiries",
    "for more information, contact", "for more information, please contact", "for more news",
    "get our newsletter", "get the day's", "get the latest", "guardar mi nombre", "image credit:",
    "image source:", "image used for illustrative", "images used for illustrative", "ingrese su",
    "join our", "keep up with", "learn how your comment data", "like us on", "listen to this",
    "manage cookies", "media contact:", "media contacts:", "media enquiries:", "media inquiries:",
    "more on this topic:", "more to read:", "must read:", "next update:", "no se publicar",
    "notify me of", "our standards:", "photo by", "photo courtesy", "photo credit", "photograph by",
    "photos by", "please enable javascript", "please enter your", "please log in", "please sign in",
    "por favor deje", "por favor ingrese", "por favor, deja", "por favor, introduce",
    "press contact:", "press enquiries:", "print this", "rate this article", "read also |",
    "read also:", "read more about", "read more at", "read more on", "read more |", "read more:",
    "read next:", "read the full", "receive our newsletter", "recibe nuestro", "recommended:",
    "related articles:", "related posts:", "related stories:", "related topics:", "related:",
    "reporting by", "required fields are marked", "sample article written for",
    "sample text written for", "save my name", "see also:", "share on ", "share this", "share:",
    "sign up for", "sign up to", "source: getty", "standards board policy", "stay informed",
    "stay up to date", "stock photo:", "subscribe for", "subscribe to", "suscribete a", "tags:",
    "tambien te puede", "te puede interesar", "terms of use", "the original article",
    "this article first appeared", "this article has been updated", "this article is free",
    "this article originally appeared", "this article was amended",
    "this article was first published", "this article was originally published",
    "this article was updated", "this site uses", "this story has been updated",
    "this website uses", "to comment, please", "to read more, subscribe", "to write comments",
    "topics:", "translated by", "tu direccion de correo", "unlock this article", "view comments",
    "watch more:", "watch:", "we use cookies", "we value your privacy", "with reporting by",
    "write to ", "written by", "you are reading", "you can unsubscribe", "you have reached",
    "you may also like", "you may opt out", "you might also like", "you must be logged in",
    "your email address will not", "your privacy",
};
// clang-format on
static_assert(std::is_sorted(std::begin(kWholeLines), std::end(kWholeLines)));
static_assert(std::is_sorted(std::begin(kBeginnings), std::end(kBeginnings)));

bool begins_as_page(std::string_view line) {
  const auto* at =
      std::lower_bound(std::begin(kBeginnings), std::end(kBeginnings), line.substr(0, 1));
  for (; at != std::end(kBeginnings) && at->front() == line.front(); ++at) {
    if (line.starts_with(*at)) return true;
  }
  return false;
}

}  // namespace

bool is_page_phrase(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" .:!?>|+-*");
  const std::string_view bare = line.substr(0, last == line.npos ? 0 : last + 1);
  return std::binary_search(std::begin(kWholeLines), std::end(kWholeLines), bare) ||
         (!line.empty() && begins_as_page(line));
}

}  // namespace msmt::text

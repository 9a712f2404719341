#include <string_view>

#include "msmt/output.hpp"

namespace msmt {
namespace {

// Members that several objects have, each with its place in the text.
struct Members {
  std::string_view name;
  std::string_view text;
};
constexpr Members kMembers[] = {
    {"@sides", R"("actor": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/party"}]},
        "target": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/party"}]},
        "item": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/item"}]},
        "quantity": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/quantity"}]},)"},
    {"@details", R"("members": {"$ref": "#/$defs/parties"},
        "besides": {"$ref": "#/$defs/parties"},
        "operators": {"$ref": "#/$defs/names", "minItems": 1},
        "parties": {"$ref": "#/$defs/names", "minItems": 1},
        "equivalent": {"$ref": "#/$defs/quantity"},
        "part": {"const": true},)"},
};

// Kept as text: a reader of the schema reads it here as it is printed, but for kMembers.
// docs/output.md says the same in words.
constexpr std::string_view kSchema = R"SCHEMA({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:msmt-claims:1",
  "title": "Report of msmt-extract",
  "type": "object",
  "required": ["format", "version", "sources", "claims"],
  "additionalProperties": false,
  "properties": {
    "format": {"const": "msmt-claims"},
    "version": {"const": 1},
    "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}},
    "claims": {"type": "array", "items": {"$ref": "#/$defs/claim"}}
  },
  "$defs": {
    "text": {"type": "string", "minLength": 1},
    "textOrNull": {"type": ["string", "null"], "minLength": 1},
    "numberOrNull": {"type": ["number", "null"]},
    "ordinal": {"type": "integer", "minimum": 1},
    "range": {
      "description": "Half-open: [begin, end)",
      "type": "array",
      "items": {"type": "integer", "minimum": 0},
      "minItems": 2,
      "maxItems": 2
    },
    "dayOrNull": {
      "type": ["string", "null"],
      "pattern": "^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    },
    "relation": {
      "enum": ["exactly", "about", "more_than", "at_least", "less_than", "at_most", "between",
               "indefinite"]
    },
    "granularity": {
      "enum": ["time", "day", "week", "month", "quarter", "half", "season", "year", "decade",
               "century", null]
    },
    "certainty": {
      "enum": ["confirmed", "reported", "believed", "possible", "planned", "denied"]
    },
    "source": {
      "type": "object",
      "required": ["path", "sha256", "bytes", "title", "publisher", "url", "published", "sketch"],
      "additionalProperties": false,
      "properties": {
        "path": {"$ref": "#/$defs/text"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "bytes": {"type": "integer", "minimum": 0},
        "title": {"type": ["string", "null"]},
        "publisher": {"type": ["string", "null"]},
        "url": {"type": ["string", "null"]},
        "published": {
          "oneOf": [{"type": "null"}, {"$ref": "#/$defs/published"}]
        },
        "sketch": {"$ref": "#/$defs/textOrNull"},
        "dating": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/dating"}},
        "mentions": {"type": "array", "items": {"$ref": "#/$defs/mention"}},
        "residue": {"type": "array", "items": {"$ref": "#/$defs/residue"}}
      }
    },
    "published": {
      "type": "object",
      "required": ["date", "from"],
      "additionalProperties": false,
      "properties": {
        "date": {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
        "from": {"enum": ["option", "manifest", "header", "inferred"]}
      }
    },
    "dating": {
      "type": "object",
      "required": ["reason", "date", "line", "bytes", "sources"],
      "additionalProperties": false,
      "properties": {
        "reason": {
          "enum": ["address", "dateline", "past_date", "coming_date", "weekday", "copyright", "same_event",
                   "known_event", "same_report"]
        },
        "date": {"$ref": "#/$defs/text"},
        "line": {"$ref": "#/$defs/ordinal"},
        "bytes": {"$ref": "#/$defs/range"},
        "sources": {"type": "array", "items": {"$ref": "#/$defs/text"}}
      }
    },
    "mention": {
      "type": "object",
      "required": ["type", "text", "bytes", "chars", "line", "column", "rule"],
      "properties": {
        "type": true,
        "text": {"$ref": "#/$defs/text"},
        "bytes": {"$ref": "#/$defs/range"},
        "chars": {"$ref": "#/$defs/range"},
        "line": {"$ref": "#/$defs/ordinal"},
        "column": {"$ref": "#/$defs/ordinal"},
        "rule": {"$ref": "#/$defs/text"}
      },
      "unevaluatedProperties": false,
      "oneOf": [
        {
          "required": ["relation", "cue", "value", "low", "high", "unit", "of"],
          "properties": {
            "type": {"const": "quantity"},
            "relation": {"$ref": "#/$defs/relation"},
            "cue": {"$ref": "#/$defs/textOrNull"},
            "value": {"$ref": "#/$defs/numberOrNull"},
            "low": {"$ref": "#/$defs/numberOrNull"},
            "high": {"$ref": "#/$defs/numberOrNull"},
            "unit": {"$ref": "#/$defs/textOrNull"},
            "of": {"$ref": "#/$defs/textOrNull"},
            "per": {"$ref": "#/$defs/text"}
          }
        },
        {
          "required": ["edtf", "timex", "start", "end", "granularity", "anchored_by"],
          "properties": {
            "type": {"const": "date"},
            "edtf": {"$ref": "#/$defs/textOrNull"},
            "timex": {
              "type": "object",
              "required": ["type", "value"],
              "additionalProperties": false,
              "properties": {
                "type": {"enum": ["DATE", "TIME", "DURATION", "SET", null]},
                "value": {"$ref": "#/$defs/textOrNull"}
              }
            },
            "start": {"$ref": "#/$defs/dayOrNull"},
            "end": {"$ref": "#/$defs/dayOrNull"},
            "granularity": {"$ref": "#/$defs/granularity"},
            "anchored_by": {"enum": ["option", "manifest", "header", "inferred", null]}
          }
        },
        {
          "required": ["name", "system", "category", "unroca", "ml"],
          "properties": {
            "type": {"const": "weapon"},
            "name": {"$ref": "#/$defs/textOrNull"},
            "system": {"$ref": "#/$defs/textOrNull"},
            "category": {"$ref": "#/$defs/textOrNull"},
            "unroca": {"$ref": "#/$defs/textOrNull"},
            "ml": {"$ref": "#/$defs/textOrNull"}
          }
        },
        {
          "required": ["iso2", "iso3", "name", "form"],
          "properties": {
            "type": {"const": "country"},
            "iso2": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$"},
            "iso3": {"type": ["string", "null"], "pattern": "^[A-Z]{3}$"},
            "name": {"$ref": "#/$defs/text"},
            "form": {"enum": ["name", "adjective", "alias", "capital", "place"]}
          }
        },
        {
          "required": ["name", "dimension", "code", "si"],
          "properties": {
            "type": {"const": "unit"},
            "name": {"$ref": "#/$defs/text"},
            "dimension": {"$ref": "#/$defs/textOrNull"},
            "code": {"$ref": "#/$defs/textOrNull"},
            "si": {"$ref": "#/$defs/numberOrNull"}
          }
        },
        {
          "required": ["name", "country"],
          "properties": {
            "type": {"const": "military_unit"},
            "name": {"$ref": "#/$defs/text"},
            "country": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$"}
          }
        },
        {
          "required": ["name", "kind"],
          "properties": {
            "type": {"const": "organization"},
            "name": {"$ref": "#/$defs/text"},
            "kind": {"$ref": "#/$defs/textOrNull"}
          }
        }
      ]
    },
    "residue": {
      "type": "object",
      "required": ["type", "text", "bytes", "chars", "line", "column", "reason"],
      "additionalProperties": false,
      "properties": {
        "type": {"enum": ["quantity", "date", "weapon"]},
        "text": {"$ref": "#/$defs/text"},
        "bytes": {"$ref": "#/$defs/range"},
        "chars": {"$ref": "#/$defs/range"},
        "line": {"$ref": "#/$defs/ordinal"},
        "column": {"$ref": "#/$defs/ordinal"},
        "reason": {
          "enum": ["no_trigger", "no_claim", "no_role", "attribution_only"]
        }
      }
    },
    "party": {
      "type": "object",
      "required": ["name"],
      "additionalProperties": false,
      "properties": {
        "name": {"$ref": "#/$defs/text"},
        "iso2": {"type": "string", "pattern": "^[A-Z]{2}$"}
      }
    },
    "item": {
      "type": "object",
      "required": ["name", "category", "weapon", "kinds"],
      "additionalProperties": false,
      "properties": {
        "name": {"$ref": "#/$defs/text"},
        "category": {"$ref": "#/$defs/textOrNull"},
        "weapon": {"$ref": "#/$defs/textOrNull"},
        "kinds": {"$ref": "#/$defs/names"}
      }
    },
    "quantity": {
      "type": "object",
      "required": ["relation", "value", "low", "high", "unit"],
      "additionalProperties": false,
      "properties": {
        "relation": {"$ref": "#/$defs/relation"},
        "value": {"$ref": "#/$defs/numberOrNull"},
        "low": {"$ref": "#/$defs/numberOrNull"},
        "high": {"$ref": "#/$defs/numberOrNull"},
        "unit": {"$ref": "#/$defs/textOrNull"},
        "per": {"$ref": "#/$defs/text"}
      }
    },
    "period": {
      "type": "object",
      "required": ["edtf", "start", "end", "granularity"],
      "additionalProperties": false,
      "properties": {
        "edtf": {"$ref": "#/$defs/textOrNull"},
        "start": {"$ref": "#/$defs/dayOrNull"},
        "end": {"$ref": "#/$defs/dayOrNull"},
        "granularity": {"$ref": "#/$defs/granularity"}
      }
    },
    "names": {"type": "array", "items": {"$ref": "#/$defs/text"}},
    "parties": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/party"}},
    "claim": {
      "type": "object",
      "required": ["id", "type", "summary", "actor", "target", "item", "quantity", "period",
                   "attribution", "certainty", "agreement", "evidence"],
      "additionalProperties": false,
      "properties": {
        "id": {"$ref": "#/$defs/text"},
        "type": {
          "enum": ["transfer", "technology", "training", "deployment", "labor", "finance", "theft",
                   "transport", "possession", "use", "casualties", "limit", "sanction",
                   "establishment", "dissolution", "membership", "agreement", "veto"]
        },
        "summary": {"$ref": "#/$defs/text"},
        @sides
        "period": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/period"}]},
        "attribution": {"$ref": "#/$defs/names"},
        "certainty": {"$ref": "#/$defs/certainty"},
        @details
        "measures": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/measure"}},
        "overlaps": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/overlap"}},
        "agreement": {"$ref": "#/$defs/agreement"},
        "evidence": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/evidence"}}
      }
    },
    "measure": {
      "type": "object",
      "required": ["id", "says", "limit", "ratio", "why"],
      "additionalProperties": false,
      "properties": {
        "id": {"$ref": "#/$defs/text"},
        "says": {"$ref": "#/$defs/text"},
        "limit": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/quantity"}]},
        "ratio": {"$ref": "#/$defs/numberOrNull"},
        "why": {
          "description": "Why there is no ratio",
          "enum": ["no_limit", "no_figure", "other_unit", "no_period", "open_period",
                   "longer_period", "other_period", null]
        }
      }
    },
    "overlap": {
      "type": "object",
      "required": ["id", "relation", "reason"],
      "additionalProperties": false,
      "properties": {
        "id": {"$ref": "#/$defs/text"},
        "relation": {"enum": ["contains", "within", "shares"]},
        "reason": {"enum": ["period", "kind", "unit", "part"]}
      }
    },
    "agreement": {
      "type": "object",
      "required": ["status", "sources", "independent", "legs", "origins", "variants"],
      "additionalProperties": false,
      "properties": {
        "status": {"enum": ["single", "agree", "differ", "conflict"]},
        "sources": {"$ref": "#/$defs/ordinal"},
        "independent": {"$ref": "#/$defs/ordinal"},
        "legs": {"$ref": "#/$defs/ordinal"},
        "origins": {"$ref": "#/$defs/names"},
        "variants": {"type": "array", "items": {"$ref": "#/$defs/variant"}}
      }
    },
    "variant": {
      "type": "object",
      "required": ["field", "reason", "value", "evidence"],
      "additionalProperties": false,
      "properties": {
        "field": {
          "enum": ["actor", "target", "item", "quantity", "period", "certainty", "attribution"]
        },
        "reason": {"enum": ["refines", "overlaps", "conflicts", "different_scope"]},
        "value": {
          "oneOf": [
            {"type": "null"},
            {"$ref": "#/$defs/party"},
            {"$ref": "#/$defs/item"},
            {"$ref": "#/$defs/quantity"},
            {"$ref": "#/$defs/period"},
            {"$ref": "#/$defs/certainty"},
            {"$ref": "#/$defs/names"}
          ]
        },
        "evidence": {
          "description": "Indices into the claim's evidence, from 0",
          "type": "array",
          "minItems": 1,
          "items": {"type": "integer", "minimum": 0}
        }
      }
    },
    "evidence": {
      "type": "object",
      "required": ["source", "line", "column", "bytes", "chars", "quote", "url", "rule", "spans",
                   "order"],
      "additionalProperties": false,
      "properties": {
        "source": {"$ref": "#/$defs/text"},
        "line": {"$ref": "#/$defs/ordinal"},
        "column": {"$ref": "#/$defs/ordinal"},
        "bytes": {"$ref": "#/$defs/range"},
        "chars": {"$ref": "#/$defs/range"},
        "quote": {"$ref": "#/$defs/text"},
        "url": {"type": ["string", "null"]},
        "rule": {"$ref": "#/$defs/text"},
        "spans": {"type": "object", "additionalProperties": {"$ref": "#/$defs/range"}},
        "order": {"type": "integer", "minimum": 0},
        "repeats": {"type": "integer", "minimum": 0},
        "stated": {"$ref": "#/$defs/stated"}
      }
    },
    "article": {
      "description": "A line of --per-article",
      "type": "object",
      "required": ["format", "version", "source", "claims"],
      "additionalProperties": false,
      "properties": {
        "format": {"const": "msmt-article"},
        "version": {"const": 1},
        "source": {"$ref": "#/$defs/source"},
        "claims": {"type": "array", "items": {"$ref": "#/$defs/ownClaim"}}
      }
    },
    "ownClaim": {
      "type": "object",
      "required": ["type", "actor", "target", "item", "quantity", "period", "attribution",
                   "certainty", "line", "column", "bytes", "chars", "quote", "rule", "spans"],
      "additionalProperties": false,
      "properties": {
        "type": {"$ref": "#/$defs/claim/properties/type"},
        @sides
        "period": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/statedPeriod"}]},
        "attribution": {"$ref": "#/$defs/names"},
        "certainty": {"$ref": "#/$defs/certainty"},
        @details
        "repeats": {"type": "integer", "minimum": 0},
        "line": {"$ref": "#/$defs/ordinal"},
        "column": {"$ref": "#/$defs/ordinal"},
        "bytes": {"$ref": "#/$defs/range"},
        "chars": {"$ref": "#/$defs/range"},
        "quote": {"$ref": "#/$defs/text"},
        "rule": {"$ref": "#/$defs/text"},
        "spans": {"type": "object", "additionalProperties": {"$ref": "#/$defs/range"}}
      }
    },
    "statedPeriod": {
      "description": "A date without a value keeps the form that the article gives it",
      "type": "object",
      "required": ["edtf", "start", "end", "granularity"],
      "additionalProperties": false,
      "properties": {
        "edtf": {"$ref": "#/$defs/textOrNull"},
        "start": {"$ref": "#/$defs/dayOrNull"},
        "end": {"$ref": "#/$defs/dayOrNull"},
        "granularity": {"$ref": "#/$defs/granularity"},
        "timex": {"type": "object"},
        "anchored_by": {"enum": ["option", "manifest", "header", "inferred", null]}
      }
    },
    "stated": {
      "description": "What this evidence states beyond the claim and its variants",
      "type": "object",
      "minProperties": 1,
      "additionalProperties": false,
      "properties": {
        "turned": {"const": true},
        @sides
        "period": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/statedPeriod"}]},
        "certainty": {"$ref": "#/$defs/certainty"},
        "attribution": {"$ref": "#/$defs/names"},
        "members": {"type": "array", "items": {"$ref": "#/$defs/party"}},
        "besides": {"type": "array", "items": {"$ref": "#/$defs/party"}},
        "operators": {"$ref": "#/$defs/names"},
        "parties": {"$ref": "#/$defs/names"},
        "equivalent": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/quantity"}]},
        "part": {"type": "boolean"}
      }
    }
  }
}
)SCHEMA";

}  // namespace

std::string json_schema() {
  std::string out(kSchema);
  for (const Members& members : kMembers) {
    for (auto at = out.find(members.name); at != std::string::npos;
         at = out.find(members.name, at + members.text.size())) {
      out.replace(at, members.name.size(), members.text);
    }
  }
  return out;
}

}  // namespace msmt

"""The example portfolio: libraries that do not exist in gemeenten that do."""

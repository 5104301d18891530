-- derived from catalog/categories, catalog/sources and what stands beside them; do not edit: ./twinlane render
CREATE DATABASE IF NOT EXISTS realtime;

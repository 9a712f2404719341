/// Arrays that are filled at run time, or that lie ready in the program file.
///
/// What the built-in tables come to (names cut into words, patterns compiled) is worked out when the
/// library is built, and saved as one run of bytes: a snapshot (src/lexicon/snapshot.hpp). Loading
/// it copies nothing.
///
///     template <typename Archive> void fields(Archive& archive) { archive(keys); archive(text); }
///     Saver saver;  index.fields(saver);  saver.bytes();
///     Loader loader(bytes);  index.fields(loader);
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace msmt {

template <typename T>
class Flat {
  // Saved as it lies in memory: padding would differ from build to build.
  static_assert(std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>);

 public:
  Flat() = default;
  Flat(Flat&&) noexcept = default;
  Flat& operator=(Flat&&) noexcept = default;
  Flat(const Flat&) = delete;
  Flat& operator=(const Flat&) = delete;
  ~Flat() = default;

  const T* begin() const { return view_.data(); }
  const T* end() const { return view_.data() + view_.size(); }
  const T* data() const { return view_.data(); }
  std::size_t size() const { return view_.size(); }
  bool empty() const { return view_.empty(); }
  const T& operator[](std::size_t at) const { return view_[at]; }
  const T& back() const { return view_.back(); }
  std::span<const T> view() const { return view_; }

  /// Changes, of what is filled at run time only.
  T& at(std::size_t place) { return own_[place]; }
  void push_back(const T& value) {
    own_.push_back(value);
    view_ = own_;
  }
  template <typename Values>
  void append(const Values& values) {
    own_.insert(own_.end(), std::begin(values), std::end(values));
    view_ = own_;
  }
  void assign(std::size_t count, const T& value) {
    own_.assign(count, value);
    view_ = own_;
  }
  void take(std::vector<T> values) {
    own_ = std::move(values);
    view_ = own_;
  }
  /// What lies in memory that stays.
  void lend(std::span<const T> lasting) {
    own_.clear();
    view_ = lasting;
  }

 private:
  std::vector<T> own_;
  std::span<const T> view_;
};

inline std::string_view text_of(const Flat<char>& text, std::size_t begin, std::size_t size) {
  return std::string_view(text.data(), text.size()).substr(begin, size);
}

/// Each array is written as its number of elements and its elements, on bounds of eight bytes.
class Saver {
 public:
  static constexpr bool kLoads = false;

  template <typename T>
  void operator()(const Flat<T>& flat) {
    count(flat.size());
    bytes_.append(reinterpret_cast<const char*>(flat.data()), flat.size() * sizeof(T));
    bytes_.resize((bytes_.size() + kAlign - 1) / kAlign * kAlign);
  }
  template <typename Number>
  void number(const Number& value) {
    count(static_cast<std::uint64_t>(value));
  }
  const std::string& bytes() const { return bytes_; }

  static constexpr std::size_t kAlign = 8;

 private:
  void count(std::uint64_t number) {
    bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }

  std::string bytes_;
};

class Loader {
 public:
  static constexpr bool kLoads = true;

  explicit Loader(std::span<const std::uint64_t> words) : words_(words) {}

  template <typename T>
  void operator()(Flat<T>& flat) {
    static_assert(alignof(T) <= Saver::kAlign);
    const std::uint64_t size = count();
    const std::size_t taken = (size * sizeof(T) + Saver::kAlign - 1) / Saver::kAlign;
    flat.lend({reinterpret_cast<const T*>(words_.data()), static_cast<std::size_t>(size)});
    words_ = words_.subspan(taken);
  }
  template <typename Number>
  void number(Number& value) {
    value = static_cast<Number>(count());
  }

 private:
  std::uint64_t count() {
    const std::uint64_t number = words_.front();
    words_ = words_.subspan(1);
    return number;
  }

  std::span<const std::uint64_t> words_;
};

}  // namespace msmt

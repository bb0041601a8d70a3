"""Where things lie in Facebook exports, as seen in exports of 2018 to 2026: roots, tops, and what holds no words.

Names are the same in every language. Apostrophes vary (`you've`, `you_ve`), so patterns have a `*` there.
"""

from __future__ import annotations

from importers import meta_members

# `posts/…` stood at the root to 2022, in `your_activity_across_facebook/` in 2023, in `your_facebook_activity/` since;
# profile, friends and logs have had folders of their own since 2022
TOPS = (
    "",
    "your_facebook_activity/",
    "your_activity_across_facebook/",
    "personal_information/",
    "connections/",
    "logged_information/",
)
_ACTIVITY = TOPS[:3]

# Where the root of an export is: names that no other platform's export has there
ROOT = (
    "your_facebook_activity/**/*",
    "your_activity_across_facebook/**/*",
    "posts/your_posts*.*",
    "posts/other_people*s_posts*.*",
    "posts/album/*.*",
    "posts/media/**/*",  # some parts of a large export hold pictures only
    "photos_and_videos/**/*",
    "comments_and_reactions/*.*",
    "likes_and_reactions/*.*",
    "comments/comments.json",
    "comments/comments.html",
    "profile_information/profile_information.*",
    "personal_information/profile_information/*.*",
    "personal_information/facebook_accounts_center/*.*",
    "connections/friends/*.*",
    "friends/friends.*",
    "groups/your_group*.*",
    "groups/group_posts*.*",
    "pages/pages*.*",
    "your_posts*.json",
    "your_posts*.html",
    "likes_and_reactions*.json",
    "posts_and_comments.json",
    "group_posts_and_comments.json",
    "your_comments_in_groups.json",
    "your_group_membership_activity.json",
    "pages_you*liked.json",
    "pages_and_profiles_you_follow.json",
)
# A folder with nothing but messages may be Instagram's: its other files tell
NOT_OURS = (
    "your_instagram_activity/**/*",
    "content/*.*",
    "followers_and_following/*.*",
    "connections/followers_and_following/*.*",
    "personal_information/personal_information*",
    "personal_information/personal_information/*.*",
    "account_information/*.*",
    "threads/*.*",
)

# Pictures, videos and recordings. They come first in MEMBERS, for there are many
MEDIA = (
    *(f"{top}posts/media/**/*" for top in _ACTIVITY),
    *(
        f"{top}{folder}/**/*.{kind}"
        for top in _ACTIVITY
        for folder in ("messages", "photos_and_videos")
        for kind in meta_members.MEDIA
    ),
    *(
        f"{top}messages/*/*/{folder}/**/*"
        for top in _ACTIVITY
        for folder in ("photos", "videos", "gifs", "audio", "files", "stickers_used")
    ),
    *(
        f"{top}{folder}/media/**/*"
        for top in _ACTIVITY
        for folder in (
            "comments_and_reactions",
            "groups",
            "stories",
            "reels",
            "photos_and_videos",
            "events",
            "messages",
        )
    ),
    "media/**/*",  # of encrypted chats
)

_FILES = (
    "posts/other_people*s_posts_to_your_timeline.*",  # by others
    "posts/birthday_media.*",
    "posts/media_used_for_memories.*",
    "posts/places_you_have_been_tagged_in.*",
    "posts/content_sharing_links_you_have_created.*",
    "messages/ai_conversations.*",  # chats with Meta AI: nobody else reads them
    "messages/support_messages*.*",
    "messages/autofill_information.*",
    "messages/secret_conversations.*",
    "messages/secret_groups.*",
    "messages/your_messages.html",  # an index of the chats
    "messages/your_chats.html",
    "messages/chat_invites_received.*",
    "messages/community_chats_settings.*",
    "messages/your_responsiveness_in_*.*",
    "messages/messenger_*.*",
    "messages/stickers_used/**/*",
    "*/no-data.txt",
    "*/*/no-data.txt",
    "no-data.txt",
    "start_here.html",
    "index.html",
    "comments_and_reactions/your_comment_active_days.*",
    "events/event_invitations.*",
    "events/your_event_invitation_links.*",
    "pages/pages_and_profiles_you*unfollowed.*",
    "pages/pages_you*unfollowed.*",
    "pages/pages_and_profiles_you*recommended.*",
    "groups/community_chat_settings.*",
    "groups/your_anonymous_mode_status_in_groups.*",
    "groups/your_badges.*",
    "groups/your_contributions.*",
    "groups/your_group_shortcuts.*",
    "groups/your_group_messages.*",
    "groups/your_settings_for_groups_tab.*",
    "profile_information/*.*",  # the rest of it: contacts, devices, languages
)
# Advertising, logins, settings, searches, payments, the addresses and friends of the person
_FOLDERS = (
    "about_you ads_and_businesses ads_information apps_and_websites apps_and_websites_off_of_facebook avatars"
    " avatars_store bug_bounty campus facebook_accounts_center facebook_assistant facebook_dating facebook_gaming"
    " facebook_marketplace facebook_news facebook_payments facebook_portal files following_and_followers followers"
    " friends friends_and_followers fundraisers html icons interactions live_audio_rooms location marketplace"
    " meta_spark music_recommendations navigation_bar notifications activity_messages other_activity"
    " other_logged_information other_personal_information payment_history preferences privacy_checkup"
    " professional_dashboard saved_items_and_collections search search_history security_and_login_information"
    " shops_questions_&_answers short_videos spark_ar supervision volunteering voting your_address_books"
    " your_interactions_on_facebook your_places your_problem_reports your_topics"
).split()

IGNORED = (
    *(top + file for file in _FILES for top in TOPS),
    *(f"{top}{folder}/**/*" for folder in _FOLDERS for top in TOPS),
)
